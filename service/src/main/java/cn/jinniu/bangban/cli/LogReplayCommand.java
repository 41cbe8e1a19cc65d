package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.sandbox.DecisionLimits;
import cn.jinniu.bangban.impact.HtmlReport;
import cn.jinniu.bangban.impact.JsonReport;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.replay.ArchivedRulesets;
import cn.jinniu.bangban.replay.Audit;
import cn.jinniu.bangban.replay.AuditPage;
import cn.jinniu.bangban.replay.LogReplay;
import cn.jinniu.bangban.replay.Selection;
import cn.jinniu.bangban.text.Language;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replays a log: each record under the rules it was decided by, and where other rules are named, under those too.
 *
 * @param rules where other rules are named: the option that names them
 */
record LogReplayCommand(
        Console console,
        LogOption log,
        LogReplayOptions options,
        PrivacyOptions privacy,
        DecisionLimits limits,
        @Nullable Path rules,
        @Nullable Path junit,
        Language language) {
    /** Compiled rulesets to keep at a time. */
    private static final int RULESETS = Math.max(4, Runtime.getRuntime().availableProcessors() + 2);

    int run() throws IOException {
        Selection selection = options.selection();
        Privacy opener = privacy.privacy();
        Masking masking = privacy.masking();
        if (rules != null && !masking.isNone()) {
            throw new Failure(
                    "比较另一版规则的影响时不能遮去内容；请不要同时使用 --rules 和 --mask",
                    "an impact is not shown masked; use --rules without --mask");
        }
        Side other = rules == null ? null : DiffSides.load(rules.toString());
        // Without a clock, for what takes long on this machine must not be a finding.
        Budget budget = new Budget(limits, () -> 0);
        try (LogAccess access = log.open();
                Connection connection = access.connect()) {
            ArchivedRulesets rulesets = new ArchivedRulesets(access.database().source(), budget, other, RULESETS);
            try (LogReplay replay = begin(connection, selection, other)) {
                replay(replay, connection, rulesets, selection, opener, masking, other);
                return tell(replay, rulesets, selection, other);
            }
        } catch (SQLException e) {
            throw new Failure("无法读取决定日志：" + e.getMessage(), "the decision log cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("已中断", "interrupted");
        }
    }

    private LogReplay begin(Connection connection, Selection selection, @Nullable Side other)
            throws IOException, SQLException {
        String of = log.where() + ' ' + selection + ' ' + (other == null ? "" : other.version());
        try {
            return LogReplay.of(connection, selection, of, options.resume, System::nanoTime);
        } catch (LogReplay.OtherReplay e) {
            throw new Failure(
                    "进度文件 " + options.resume + " 属于另一次重放（日志、范围或规则不同）；请换一个文件，或删去它重新开始",
                    "the progress file " + options.resume
                            + " is of another replay (of another log, range or rules); name another, or delete it to begin anew");
        } catch (IOException e) {
            throw new Failure(
                    "进度文件 " + options.resume + " 不能用（" + IoReasons.of(e).zh() + "）；请删去它重新开始",
                    "the progress file " + options.resume + " cannot be used ("
                            + IoReasons.of(e).en() + "); delete it to begin anew");
        }
    }

    private void replay(
            LogReplay replay,
            Connection connection,
            ArchivedRulesets rulesets,
            Selection selection,
            Privacy opener,
            Masking masking,
            @Nullable Side other)
            throws IOException, SQLException, InterruptedException {
        if (replay.done() > 0) {
            console.err().println(language == Language.ZH ? "从上次的位置继续" : "going on from where it was broken off");
        }
        try (Progress progress = Progress.of("重放 replay", replay.size(), console)) {
            progress.step((int) Math.min(Integer.MAX_VALUE, replay.done()));
            replay.run(connection, rulesets, selection, opener, masking, other, progress::step);
        }
    }

    private int tell(LogReplay replay, ArchivedRulesets rulesets, Selection selection, @Nullable Side other)
            throws IOException, SQLException {
        Side last = last(replay, rulesets);
        Audit audit = new Audit(log.where(), selection, replay.tallies().state(), last, replay.findings());
        if (other == null) {
            tell(audit);
        } else {
            Side then = last == null ? other : last.called(thenCalled(audit));
            tell(audit, replay, then, other);
        }
        if (options.findings != null) {
            write(options.findings, audit.findings()::copy);
        }
        if (junit != null) {
            write(junit, out -> LogJunitReport.write(audit, out));
        }
        replay.finished();
        return audit.found() == 0 && !replay.impact().anything() ? ExitCodes.OK : ExitCodes.FOUND;
    }

    /** The ruleset that decided last, of those that can be used. */
    private static @Nullable Side last(LogReplay replay, ArchivedRulesets rulesets) throws SQLException {
        List<Audit.Version> versions = Audit.versions(replay.tallies().state());
        for (int i = versions.size() - 1; i >= 0; i--) {
            Side side = rulesets.side(versions.get(i).version());
            if (side != null) {
                return side;
            }
        }
        return null;
    }

    private String thenCalled(Audit audit) {
        int count = audit.versions().size();
        String zh = "决定日志 " + log.where() + "，当时的规则" + (count == 1 ? "" : "（共 " + count + " 版，最后一版）");
        String en = "log " + log.where() + ", rules then in force"
                + (count == 1 ? "" : " (" + count + ", the last of them)");
        return zh + " / " + en;
    }

    private void tell(Audit audit) throws IOException {
        if (options.format == DiffCommand.Format.JSON) {
            LogReplayJson.write(audit, console.out());
        } else {
            PrintWriter out = console.writer();
            new LogReplayText(language, out).print(audit);
            out.flush();
        }
        if (options.html != null) {
            write(options.html, out -> AuditPage.write(audit, language, options.link, options.htmlLimit, out));
        }
    }

    private void tell(Audit audit, LogReplay replay, Side then, Side other) throws IOException {
        if (options.format == DiffCommand.Format.JSON) {
            JsonReport.write(then, other, replay.impact(), replay.changed(), console.out());
        } else {
            PrintWriter out = console.writer();
            new LogReplayText(language, out).print(audit);
            out.println();
            new DiffText(then, other, language, out).print(replay.impact(), replay.changed());
            out.flush();
        }
        if (options.html != null) {
            write(
                    options.html,
                    out -> HtmlReport.write(then, other, replay.impact(), replay.changed(), options.htmlLimit, out));
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void write(@Nullable Path file, Writing writing) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Objects.requireNonNull(file)))) {
            writing.to(out);
        } catch (IOException e) {
            throw new Failure(
                    "无法写入 " + file + "（" + IoReasons.of(e).zh() + "）",
                    "cannot write " + file + " (" + IoReasons.of(e).en() + ")");
        }
    }
}
