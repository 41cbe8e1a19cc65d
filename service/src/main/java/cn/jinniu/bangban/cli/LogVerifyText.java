package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.verify.Finding;
import cn.jinniu.bangban.log.verify.Gap;
import cn.jinniu.bangban.log.verify.Seal;
import cn.jinniu.bangban.log.verify.Verification;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a verification found, for people. */
final class LogVerifyText {
    private final Language language;
    private final ZoneId zone;
    private final PrintWriter out;

    LogVerifyText(Language language, ZoneId zone, PrintWriter out) {
        this.language = language;
        this.zone = zone;
        this.out = out;
    }

    void print(LogVerifyCommand.Verified verified) {
        List<Finding> findings = verified.findings();
        for (Finding finding : findings) {
            String where = finding.chain().isEmpty() ? "" : finding.chain() + ": ";
            say(where + finding.what().zh(), where + finding.what().en());
        }
        Path torn = verified.torn();
        if (torn != null) {
            say(
                    "提示：上次停止前的最后一次写入没有写完（" + torn + "），未答复过的决定不在日志中，属正常",
                    "note: the last write before the last stop did not reach " + torn
                            + " whole; nothing in it was acknowledged");
        }
        Verification.Outcome outcome = verified.outcome();
        if (outcome != null) {
            print(outcome);
        }
        say(
                findings.isEmpty() ? "与当时写下的相同" : "发现 " + findings.size() + " 处与当时写下的不同",
                findings.isEmpty()
                        ? "as it was written"
                        : findings.size() + (findings.size() == 1 ? " finding" : " findings")
                                + ": not as it was written");
    }

    private void print(Verification.Outcome outcome) {
        for (Gap gap : merged(outcome.gaps())) {
            String which = ChainTable.name(Place.chain(gap.first()));
            String range = Place.number(gap.first()) + "–" + Place.number(gap.last());
            LocalDate day = LocalDate.ofInstant(Instant.EPOCH.plus(gap.at(), ChronoUnit.MICROS), zone);
            say(
                    which + "：第 " + range + " 条已清理，" + gap.by() + " " + day + " 签字：" + gap.reason(),
                    which + ": entries " + range + " were pruned, signed off by " + gap.by() + " on " + day + ": "
                            + gap.reason());
        }
        for (Seal.End end : outcome.ends()) {
            long number = Place.number(end.place());
            say(
                    end.name() + "：到第 " + number + " 条，" + end.hash(),
                    end.name() + ": up to entry " + number + ", " + end.hash());
        }
        say(
                "核对了 " + outcome.entries() + " 条，已签字清理 " + outcome.pruned() + " 条",
                outcome.entries() + " entries verified, " + outcome.pruned() + " pruned with a sign-off");
    }

    /** Gaps are signed off some entries at a time; people want to see one. */
    private static List<Gap> merged(List<Gap> gaps) {
        List<Gap> merged = new ArrayList<>();
        for (Gap gap : gaps) {
            Gap last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && last.last() + 1 == gap.first()
                    && last.by().equals(gap.by())
                    && last.reason().equals(gap.reason())) {
                merged.set(
                        merged.size() - 1,
                        new Gap(last.first(), gap.last(), last.before(), gap.hash(), gap.reason(), gap.by(), gap.at()));
            } else {
                merged.add(gap);
            }
        }
        return merged;
    }

    private void say(String zh, String en) {
        out.println(new Text(zh, en).in(language));
    }
}
