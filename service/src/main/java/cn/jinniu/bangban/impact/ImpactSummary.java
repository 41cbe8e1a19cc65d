package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.impact.Change.AnswerKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an edit changes, in numbers. */
public final class ImpactSummary {
    private long requests;
    private long decided;
    private long changed;
    private long wordingOnly;
    private final Tally all = new Tally();
    private final Map<AnswerKind, SortedMap<String, Tally>> byCode = new EnumMap<>(AnswerKind.class);
    private final SortedMap<String, Tally> byUnit = new TreeMap<>(CodePoints.ORDER);
    private final SortedMap<String, Tally> byClause = new TreeMap<>(CLAUSES);

    /** By their numbers: the tenth comes after the second. */
    private static final Comparator<String> CLAUSES = Comparator.comparing(ImpactSummary::padded, CodePoints.ORDER)
            .thenComparing(clause -> clause, CodePoints.ORDER);

    private static String padded(String clause) {
        StringBuilder padded = new StringBuilder();
        for (String part : clause.split("\\.")) {
            padded.append(part.length() < 2 || !Character.isDigit(part.charAt(1)) ? "0" : "")
                    .append(part)
                    .append('.');
        }
        return padded.toString();
    }

    /**
     * Counts a request that comes out the same.
     *
     * @param decidedByBoth whether both rulesets decide it
     */
    public void unchanged(boolean decidedByBoth) {
        unchanged(decidedByBoth, 1);
    }

    /** Counts so many at once. */
    public void unchanged(boolean decidedByBoth, long many) {
        requests += many;
        decided += decidedByBoth ? many : 0;
    }

    /** Counts a request that comes out otherwise. */
    public void changed(ChangedCase one, boolean decidedByBoth) {
        unchanged(decidedByBoth);
        if (one.changes().stream().allMatch(Change::isWordingOnly)) {
            wordingOnly++;
        } else {
            changed++;
        }
        for (Change change : one.changes()) {
            all.count(change);
            if (change.answer() == AnswerKind.REQUEST) {
                continue;
            }
            byCode.computeIfAbsent(change.answer(), kind -> new TreeMap<>(CodePoints.ORDER))
                    .computeIfAbsent(change.code(), code -> new Tally())
                    .count(change);
            change.units()
                    .forEach(unit ->
                            byUnit.computeIfAbsent(unit, id -> new Tally()).count(change));
            if (change.clause() != null) {
                byClause.computeIfAbsent(change.clause(), number -> new Tally()).count(change);
            }
        }
    }

    /** All requests that were put to both rulesets. */
    public long requests() {
        return requests;
    }

    /** Those that both decide. */
    public long decided() {
        return decided;
    }

    /** Those that come out otherwise in more than wording. */
    public long changed() {
        return changed;
    }

    /** Those in which only sentences or names of rules read otherwise. */
    public long wordingOnly() {
        return wordingOnly;
    }

    /** Whether anything at all comes out otherwise. */
    public boolean anything() {
        return changed + wordingOnly > 0;
    }

    public Tally all() {
        return all;
    }

    /** Answers of a kind that come out otherwise, by code. */
    public SortedMap<String, Tally> byCode(AnswerKind kind) {
        return Collections.unmodifiableSortedMap(byCode.getOrDefault(kind, new TreeMap<>()));
    }

    /** Obligations that come out otherwise, by the unit that owes them; by both units where the bearer changed. */
    public SortedMap<String, Tally> byUnit() {
        return Collections.unmodifiableSortedMap(byUnit);
    }

    /** Answers of any kind that come out otherwise, by clause. */
    public SortedMap<String, Tally> byClause() {
        return Collections.unmodifiableSortedMap(byClause);
    }
}
