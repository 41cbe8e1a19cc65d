package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionKeeper;
import cn.jinniu.bangban.desk.Served;
import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.Receipt;
import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.text.Text;
import java.nio.file.Path;
import java.util.UUID;

/** Records decisions of the command line on a log, with the rules they are made by ahead of them. */
final class DecisionRecorder implements DecisionKeeper, AutoCloseable {
    private final DecisionLog log;
    private final Privacy privacy;
    private final Caller caller = new Caller(System.getProperty("user.name", "?") + ", decide", KnownBy.OPERATOR);

    private DecisionRecorder(DecisionLog log, Privacy privacy) {
        this.log = log;
        this.privacy = privacy;
    }

    /** Opens a log to record on. */
    static DecisionRecorder open(LogOption option, Console console) {
        Privacy privacy = PrivacyOptions.ofEnvironment().recording();
        DecisionLog log = DecisionLog.open(option.location(), console.clock());
        Text trouble = log.trouble();
        if (trouble != null) {
            log.close();
            throw new Failure(
                    "决定日志无法写入：" + trouble.zh() + "；正在运行的服务会自己记录向它提出的请求",
                    "the decision log cannot be written: " + trouble.en()
                            + "; a running service records what it is asked itself");
        }
        log.started();
        return new DecisionRecorder(log, privacy);
    }

    /** Records the rules that decide. */
    void rules(RulesOption.Loaded rules, Path folder) {
        byte[] files = RulesetZip.of(rules.source());
        RulesetDraft draft = RulesetDraft.of(
                rules.desk().ruleset().id(),
                rules.source().version(),
                folder.toAbsolutePath().normalize().toString(),
                caller.name(),
                files);
        try {
            log.keep(draft.draft(), files).await();
        } catch (LogUnavailable e) {
            throw new Failure(
                    "决定日志无法写入：" + e.reason().zh(),
                    "the decision log cannot be written: " + e.reason().en());
        }
    }

    @Override
    public Keeping keep(Served served) throws NotKept {
        try {
            Receipt receipt = log.keep(draft(served));
            return () -> await(receipt);
        } catch (LogUnavailable e) {
            throw new NotKept(e.reason());
        }
    }

    private Draft draft(Served served) {
        UUID id = UUID.fromString(served.decisionId());
        Privacy.Stored stored = privacy.store(id, served.request(), served.answer());
        return new Draft(
                Kind.DECISION,
                id,
                caller,
                served.decided().decision().version(),
                served.language().ordinal(),
                served.nanoseconds(),
                stored.request(),
                stored.answer(),
                stored.hidden());
    }

    private static void await(Receipt receipt) throws NotKept {
        try {
            receipt.await();
        } catch (LogUnavailable e) {
            throw new NotKept(e.reason());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
