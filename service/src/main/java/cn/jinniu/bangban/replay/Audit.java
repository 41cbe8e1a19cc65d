package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.impact.JsonLines;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.text.Text;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay, ready to be told.
 *
 * @param log where the log is
 * @param selection what of it was replayed
 * @param tallies in numbers
 * @param naming the ruleset that says what units and clauses are called; null where none can be used
 * @param findings what does not replay
 */
public record Audit(
        String log,
        Selection selection,
        Tallies.State tallies,
        @Nullable Side naming,
        JsonLines<Finding> findings) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * A clause or a unit with what is counted of it.
     *
     * @param key as programs call it
     */
    public record Row(String key, Text name, long[] counts) {}

    /** A ruleset that decided. */
    public record Version(String version, String first, String last, long decisions, long findings) {}

    public long found() {
        return tallies.replayed() - tallies.equal();
    }

    /** When the first of the decisions was recorded; empty for none. */
    public String first() {
        return minute(tallies.firstAt());
    }

    /** When the last of them was. */
    public String last() {
        return minute(tallies.lastAt());
    }

    private static String minute(long micros) {
        return micros == 0
                ? ""
                : MINUTE.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(Selection.ZONE));
    }

    /** Clauses in their order. */
    public List<Row> clauses() {
        Map<String, Text> titles = naming == null ? Map.of() : titles(naming);
        List<String> order = List.copyOf(titles.keySet());
        return rows(tallies.clauses(), titles).stream()
                .sorted(Comparator.comparingInt(row -> {
                    int at = order.indexOf(row.key());
                    return at < 0 ? Integer.MAX_VALUE : at;
                }))
                .toList();
    }

    private static Map<String, Text> titles(Side naming) {
        Map<String, Text> titles = new LinkedHashMap<>();
        naming.data().clauses().all().forEach((number, clause) -> titles.put(number, clause.title()));
        return titles;
    }

    /** Units, those with most that is overdue first. */
    public List<Row> units() {
        Map<String, Text> names = new HashMap<>();
        if (naming != null) {
            naming.data()
                    .directory()
                    .units()
                    .forEach((id, unit) -> names.put(id, new Text(unit.nameZh(), unit.nameEn())));
        }
        return rows(tallies.units(), names).stream()
                .sorted(Comparator.comparingLong((Row row) -> -row.counts()[Tallies.OfUnit.OVERDUE.ordinal()])
                        .thenComparingLong(row -> -row.counts()[Tallies.OfUnit.OBLIGATIONS.ordinal()]))
                .toList();
    }

    private static List<Row> rows(SortedMap<String, long[]> counts, Map<String, Text> names) {
        return counts.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        names.getOrDefault(entry.getKey(), new Text(entry.getKey(), entry.getKey())),
                        entry.getValue()))
                .toList();
    }

    /** Rulesets in the order in which they first decided. */
    public List<Version> versions() {
        return versions(tallies);
    }

    /** Rulesets in the order in which they first decided. */
    public static List<Version> versions(Tallies.State tallies) {
        return tallies.rulesets().entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue()[Tallies.OfRuleset.FIRST_AT.ordinal()]))
                .map(entry -> new Version(
                        entry.getKey(),
                        minute(entry.getValue()[Tallies.OfRuleset.FIRST_AT.ordinal()]),
                        minute(entry.getValue()[Tallies.OfRuleset.LAST_AT.ordinal()]),
                        entry.getValue()[Tallies.OfRuleset.DECISIONS.ordinal()],
                        entry.getValue()[Tallies.OfRuleset.FINDINGS.ordinal()]))
                .toList();
    }

    /** What an auditor reads first. */
    public List<Text> sentences() {
        Tallies.State t = tallies;
        if (t.replayed() == 0) {
            return List.of(new Text("这一范围内没有决定。", "There are no decisions in this range."));
        }
        int rulesets = t.rulesets().size();
        Text replayed = new Text(
                "重放 " + t.replayed() + " 份决定（" + first() + " 至 " + last() + "，" + rulesets + " 版规则），其中 " + t.equal()
                        + " 份与当时的答复逐字节相同" + (found() == 0 ? "。" : "，" + found() + " 份有问题。"),
                t.replayed() + (t.replayed() == 1 ? " decision was" : " decisions were") + " replayed (" + first()
                        + " to " + last() + ", by " + rulesets + (rulesets == 1 ? " ruleset" : " rulesets") + "): "
                        + t.equal() + " came out byte for byte as answered"
                        + (found() == 0 ? "." : ", " + found() + " did not."));
        return t.withoutNames() == 0
                ? List.of(replayed)
                : List.of(
                        replayed,
                        new Text(
                                "其中 " + t.withoutNames() + " 份的名称等内容已加密而没有密钥，核对的是其余内容。",
                                "Of these, " + t.withoutNames()
                                        + " hold encrypted names and no key was at hand: all but the names was compared."));
    }
}
