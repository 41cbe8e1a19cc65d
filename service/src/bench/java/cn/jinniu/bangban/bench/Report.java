package cn.jinniu.bangban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as tables in Markdown: figures first, then what they come to against the targets. */
final class Report {
    private record Target(String what, double measured, String bound, boolean met) {}

    private final List<String> figures = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /** Begins a table. */
    void table(String title, String... columns) {
        figures.add("");
        figures.add("### " + title);
        figures.add("");
        figures.add("| " + String.join(" | ", columns) + " |");
        figures.add("|---" + "|---:".repeat(columns.length - 1) + "|");
    }

    /** A row of the table begun last; numbers are rounded to what is worth reading. */
    void row(Object... cells) {
        List<String> words = new ArrayList<>();
        for (Object cell : cells) {
            words.add(cell instanceof Number number ? number(number.doubleValue()) : String.valueOf(cell));
        }
        figures.add("| " + String.join(" | ", words) + " |");
    }

    void atLeast(String what, double measured, double bound) {
        targets.add(new Target(what, measured, "≥ " + number(bound), measured >= bound));
    }

    void atMost(String what, double measured, double bound) {
        targets.add(new Target(what, measured, "≤ " + number(bound), measured <= bound));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(figures);
        lines.add("");
        lines.add("### Against the targets");
        lines.add("");
        lines.add("| target | bound | measured | |");
        lines.add("|---|---:|---:|---|");
        for (Target target : targets) {
            lines.add("| " + target.what + " | " + target.bound + " | " + number(target.measured) + " | "
                    + (target.met ? "met" : "MISSED") + " |");
        }
        return lines;
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : "%.2f", value);
    }
}
