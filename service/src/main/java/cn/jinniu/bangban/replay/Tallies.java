package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was replayed and what had been told, in numbers. An obligation counts as often as it was told. Grows with days,
 * clauses, units and rulesets, and not with decisions.
 */
public final class Tallies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DAYS_BY_HOUR = 3;
    private static final String[] HOURS = IntStream.range(0, 24)
            .mapToObj(hour -> (hour < 10 ? " 0" : " ") + hour + ":00")
            .toArray(String[]::new);

    /** What is counted of a clause. */
    public enum OfClause {
        DETERMINATIONS,
        OBLIGATIONS,
        OVERDUE,
        ALERTS
    }

    /** What is counted of a unit's obligations; days are calendar days. */
    public enum OfUnit {
        OBLIGATIONS,
        OVERDUE,
        FULFILLED,
        FULFILLED_LATE,
        DAYS_OVERDUE
    }

    /** What is counted of a day on which decisions were recorded. */
    public enum OfDay {
        DECISIONS,
        FINDINGS,
        WITH_DUE_DAY,
        OVERDUE,
        DAYS_OVERDUE
    }

    /** What is counted of a ruleset. */
    public enum OfRuleset {
        DECISIONS,
        FINDINGS,
        FIRST_AT,
        LAST_AT
    }

    /**
     * All of it as it is kept in a checkpoint.
     *
     * @param kinds findings, by kind
     * @param days by the day on which decisions were recorded
     * @param hours the same by hour, where there are no more than {@value #DAYS_BY_HOUR} days
     * @param cases decisions that came out equal, by day and ruleset
     * @param firstAt when the first decision was recorded, in microseconds since 1970; 0 for none
     */
    public record State(
            long replayed,
            long equal,
            long withoutNames,
            long firstAt,
            long lastAt,
            SortedMap<String, Long> kinds,
            SortedMap<String, long[]> clauses,
            SortedMap<String, long[]> units,
            SortedMap<String, long[]> days,
            SortedMap<String, long[]> hours,
            SortedMap<String, long[]> rulesets,
            SortedMap<String, Long> cases) {}

    private long replayed;
    private long equal;
    private long withoutNames;
    private long firstAt;
    private long lastAt;
    private final SortedMap<String, Long> kinds = new TreeMap<>();
    private final SortedMap<String, long[]> clauses = new TreeMap<>();
    private final SortedMap<String, long[]> units = new TreeMap<>();
    private final SortedMap<String, long[]> days = new TreeMap<>();
    private final SortedMap<String, long[]> hours = new TreeMap<>();
    private final SortedMap<String, long[]> rulesets = new TreeMap<>();
    private final SortedMap<String, Long> cases = new TreeMap<>();

    private String lastHour = "";
    private long[] today = new long[OfDay.values().length];
    private long[] thisHour = new long[OfDay.values().length];

    /** None yet. */
    public Tallies() {}

    /** As they were. */
    public Tallies(State state) {
        add(state);
    }

    public State state() {
        return new State(
                replayed, equal, withoutNames, firstAt, lastAt, kinds, clauses, units, days, hours, rulesets, cases);
    }

    /** Adds those of others. */
    void add(State other) {
        if (other.replayed > 0) {
            firstAt = replayed == 0 ? other.firstAt : Math.min(firstAt, other.firstAt);
            lastAt = Math.max(lastAt, other.lastAt);
        }
        replayed += other.replayed;
        equal += other.equal;
        withoutNames += other.withoutNames;
        other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
        other.cases.forEach((one, count) -> cases.merge(one, count, Long::sum));
        sum(clauses, other.clauses);
        sum(units, other.units);
        sum(days, other.days);
        sum(hours, other.hours);
        forgetHours();
        other.rulesets.forEach((version, counts) -> rulesets.merge(version, counts.clone(), Tallies::ofBoth));
        lastHour = "";
    }

    private void forgetHours() {
        if (days.size() > DAYS_BY_HOUR) {
            hours.clear();
        }
    }

    private static void sum(Map<String, long[]> to, Map<String, long[]> from) {
        from.forEach((key, counts) -> {
            long[] sum = to.computeIfAbsent(key, any -> new long[counts.length]);
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
            }
        });
    }

    private static long[] ofBoth(long[] one, long[] other) {
        int first = OfRuleset.FIRST_AT.ordinal();
        int last = OfRuleset.LAST_AT.ordinal();
        one[OfRuleset.DECISIONS.ordinal()] += other[OfRuleset.DECISIONS.ordinal()];
        one[OfRuleset.FINDINGS.ordinal()] += other[OfRuleset.FINDINGS.ordinal()];
        one[first] = Math.min(one[first], other[first]);
        one[last] = Math.max(one[last], other[last]);
        return one;
    }

    /**
     * Counts a record.
     *
     * @param written when it was recorded, in Shanghai
     * @param finding null when it came out as it was answered
     */
    void record(ZonedDateTime written, String ruleset, @Nullable FindingKind finding, boolean namesShown) {
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, written.toInstant());
        String day = written.toLocalDate().toString();
        firstAt = replayed == 0 ? at : Math.min(firstAt, at);
        lastAt = Math.max(lastAt, at);
        replayed++;
        String hour = day + HOURS[written.getHour()];
        if (!hour.equals(lastHour)) {
            lastHour = hour;
            today = days.computeIfAbsent(day, any -> new long[OfDay.values().length]);
            thisHour = hours.computeIfAbsent(hour, any -> new long[OfDay.values().length]);
            forgetHours();
        }
        ofTime(OfDay.DECISIONS, 1);
        long[] one = {1, finding == null ? 0 : 1, at, at};
        rulesets.merge(ruleset, one, Tallies::ofBoth);
        if (finding == null) {
            equal++;
            withoutNames += namesShown ? 0 : 1;
            cases.merge(day + " " + ruleset, 1L, Long::sum);
        } else {
            ofTime(OfDay.FINDINGS, 1);
            kinds.merge(finding.name(), 1L, Long::sum);
        }
    }

    /** Counts what was told, which is just this decision. Comes behind its {@link #record}. */
    void told(Decision decision) {
        for (Determination one : decision.determinations()) {
            clause(one.clause(), OfClause.DETERMINATIONS);
        }
        for (Obligation one : decision.obligations()) {
            obligation(one.clause(), one.bearer(), one.status().name(), one.daysLate(), one.due() != null);
        }
        for (Alert one : decision.alerts()) {
            clause(one.clause(), OfClause.ALERTS);
        }
    }

    /** Counts what was told by an answer as it was recorded, as far as it can be read. Comes behind its {@link #record}. */
    void told(byte[] answer) {
        try {
            JsonNode decision = JSON.readTree(answer);
            decision.path("determinations").forEach(one -> clause(text(one, "clause"), OfClause.DETERMINATIONS));
            decision.path("obligations")
                    .forEach(one -> obligation(
                            text(one, "clause"),
                            text(one, "bearer"),
                            text(one, "status"),
                            one.path("daysLate").asInt(0),
                            one.path("due").isString()));
            decision.path("alerts").forEach(one -> clause(text(one, "clause"), OfClause.ALERTS));
        } catch (JacksonException unreadable) {
            // A finding says so.
        }
    }

    private void ofTime(OfDay what, int many) {
        today[what.ordinal()] += many;
        thisHour[what.ordinal()] += many;
    }

    private static String text(JsonNode one, String member) {
        return one.path(member).asString("");
    }

    private void clause(String clause, OfClause what) {
        of(clauses, clause, () -> new long[OfClause.values().length])[what.ordinal()]++;
    }

    private void obligation(String clause, String bearer, String status, int daysLate, boolean hasDue) {
        long[] ofClause = of(clauses, clause, () -> new long[OfClause.values().length]);
        long[] ofUnit = of(units, bearer, () -> new long[OfUnit.values().length]);
        ofClause[OfClause.OBLIGATIONS.ordinal()]++;
        ofUnit[OfUnit.OBLIGATIONS.ordinal()]++;
        ofTime(OfDay.WITH_DUE_DAY, hasDue ? 1 : 0);
        if (status.equals(Status.OVERDUE.name())) {
            ofClause[OfClause.OVERDUE.ordinal()]++;
            ofUnit[OfUnit.OVERDUE.ordinal()]++;
            ofUnit[OfUnit.DAYS_OVERDUE.ordinal()] += daysLate;
            ofTime(OfDay.OVERDUE, 1);
            ofTime(OfDay.DAYS_OVERDUE, daysLate);
        } else if (status.equals(Status.FULFILLED.name())) {
            ofUnit[OfUnit.FULFILLED.ordinal()]++;
            ofUnit[OfUnit.FULFILLED_LATE.ordinal()] += daysLate > 0 ? 1 : 0;
        }
    }

    private static long[] of(Map<String, long[]> map, String key, Supplier<long[]> fresh) {
        long[] counts = map.get(key);
        if (counts == null) {
            counts = fresh.get();
            map.put(key, counts);
        }
        return counts;
    }
}
