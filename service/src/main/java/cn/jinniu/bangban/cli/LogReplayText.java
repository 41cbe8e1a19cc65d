package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.replay.Audit;
import cn.jinniu.bangban.replay.Finding;
import cn.jinniu.bangban.replay.FindingKind;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Says on a terminal how the replay of a log came out: in sentences, by ruleset, then the first findings. */
final class LogReplayText {
    private static final int MOST = 50;

    private final Language language;
    private final PrintWriter out;
    private int shown;

    LogReplayText(Language language, PrintWriter out) {
        this.language = language;
        this.out = out;
    }

    void print(Audit audit) throws IOException {
        audit.sentences().forEach(sentence -> out.println(sentence.in(language)));
        audit.tallies()
                .kinds()
                .forEach((kind, count) ->
                        out.println("  " + FindingKind.valueOf(kind).label().in(language) + say("：", ": ") + count));
        if (!audit.versions().isEmpty()) {
            out.println();
            Table table = new Table(
                    say("依据的规则", "Rulesets"),
                    List.of(
                            say("版本", "version"),
                            say("第一份决定", "first decision"),
                            say("最后一份决定", "last decision"),
                            say("决定", "decisions"),
                            say("有问题", "findings")));
            audit.versions()
                    .forEach(one -> table.row(
                            one.version(),
                            one.first(),
                            one.last(),
                            Long.toString(one.decisions()),
                            Long.toString(one.findings())));
            table.print(out);
        }
        audit.findings().forEach(this::finding);
        if (shown > MOST) {
            out.println(say(
                    "另有 " + (shown - MOST) + " 项未列出；用 --findings 写出全部",
                    (shown - MOST) + " more are not shown; --findings writes all of them"));
        }
    }

    private void finding(Finding one) {
        if (++shown > MOST) {
            return;
        }
        out.println(one.id() + " " + one.at() + " " + one.kind().label().in(language));
        if (one.differences().isEmpty()) {
            out.println("    " + one.what().in(language));
        }
        for (Finding.Difference difference : one.differences()) {
            out.println("    " + difference.where());
            out.println("        " + say("当时 ", "answered   ") + difference.recorded());
            out.println("        " + say("重放 ", "comes out  ") + difference.now());
        }
        if (one.more() > 0) {
            out.println("    " + say("另有 " + one.more() + " 处不同", "and " + one.more() + " more differences"));
        }
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
