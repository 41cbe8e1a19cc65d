package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.replay.Tallies.OfClause;
import cn.jinniu.bangban.replay.Tallies.OfDay;
import cn.jinniu.bangban.replay.Tallies.OfUnit;
import cn.jinniu.bangban.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures that charts are drawn of.
 *
 * @param times hours, days or months, whatever gives a readable number of them
 * @param equal decisions that came out as answered, at each time
 * @param findings decisions that did not
 * @param share how many in a hundred of the obligations with a due day were overdue
 * @param days how many calendar days overdue ones were late, on average; null, as of share, where there were none
 */
record AuditFigures(
        List<String> times,
        List<Long> equal,
        List<Long> findings,
        List<@Nullable Double> share,
        List<@Nullable Double> days,
        Bars clauses,
        Bars units) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_DAYS = 62;
    private static final int DAY = "2026-03-26".length();
    private static final int MONTH = "2026-03".length();

    /** More are in the tables. */
    static final int MOST_BARS = 16;

    /** Obligations by clause or unit. */
    record Bars(List<String> labels, List<Long> intime, List<Long> overdue) {}

    static AuditFigures of(Audit audit, Language language) {
        List<String> times = new ArrayList<>();
        List<Long> equal = new ArrayList<>();
        List<Long> findings = new ArrayList<>();
        List<@Nullable Double> share = new ArrayList<>();
        List<@Nullable Double> days = new ArrayList<>();
        byTime(audit.tallies()).forEach((time, counts) -> {
            long overdue = counts[OfDay.OVERDUE.ordinal()];
            times.add(time);
            equal.add(counts[OfDay.DECISIONS.ordinal()] - counts[OfDay.FINDINGS.ordinal()]);
            findings.add(counts[OfDay.FINDINGS.ordinal()]);
            share.add(oneDigit(100.0 * overdue, counts[OfDay.WITH_DUE_DAY.ordinal()]));
            days.add(oneDigit(counts[OfDay.DAYS_OVERDUE.ordinal()], overdue));
        });
        return new AuditFigures(
                times,
                equal,
                findings,
                share,
                days,
                bars(audit.clauses(), OfClause.OBLIGATIONS.ordinal(), OfClause.OVERDUE.ordinal(), null),
                bars(audit.units(), OfUnit.OBLIGATIONS.ordinal(), OfUnit.OVERDUE.ordinal(), language));
    }

    private static @Nullable Double oneDigit(double sum, long of) {
        return of == 0 ? null : Math.round(10 * sum / of) / 10.0;
    }

    private static SortedMap<String, long[]> byTime(Tallies.State tallies) {
        if (!tallies.hours().isEmpty()) {
            return shortened(tallies.hours(), tallies.days().size() == 1 ? DAY + 1 : "2026-".length(), 0);
        }
        return tallies.days().size() <= MOST_DAYS
                ? shortened(tallies.days(), 0, DAY)
                : shortened(tallies.days(), 0, MONTH);
    }

    private static SortedMap<String, long[]> shortened(SortedMap<String, long[]> all, int from, int to) {
        SortedMap<String, long[]> sums = new TreeMap<>();
        for (Map.Entry<String, long[]> one : all.entrySet()) {
            String key = to == 0 ? one.getKey().substring(from) : one.getKey().substring(from, to);
            long[] sum = sums.computeIfAbsent(key, any -> new long[OfDay.values().length]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.getValue()[i];
            }
        }
        return sums;
    }

    private static Bars bars(List<Audit.Row> rows, int all, int overdue, @Nullable Language named) {
        List<Audit.Row> shown = rows.stream()
                .filter(row -> row.counts()[all] > 0)
                .sorted(Comparator.comparingLong(row -> -row.counts()[all]))
                .limit(MOST_BARS)
                .toList();
        return new Bars(
                shown.stream()
                        .map(row -> named == null ? row.key() : row.name().in(named))
                        .toList(),
                shown.stream()
                        .map(row -> row.counts()[all] - row.counts()[overdue])
                        .toList(),
                shown.stream().map(row -> row.counts()[overdue]).toList());
    }

    /** For a page: nothing in it ends the element it stands in. */
    String json() {
        return JSON.writeValueAsString(this).replace("<", "\\u003c");
    }
}
