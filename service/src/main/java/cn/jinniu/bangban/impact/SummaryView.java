package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An impact's summary as programs get it.
 *
 * @param requests put to both rulesets
 * @param decided decided by both
 * @param changed come out otherwise in more than wording
 * @param wordingOnly come out otherwise in wording only
 * @param sentences the same for people to read
 * @param all answers of any kind that come out otherwise
 * @param byCode by kind of answer and code
 * @param byUnit obligations, by the unit that owes them
 * @param byClause answers of any kind, by clause
 */
public record SummaryView(
        long requests,
        long decided,
        long changed,
        long wordingOnly,
        List<Text> sentences,
        Counts all,
        List<ByCode> byCode,
        List<ByUnit> byUnit,
        List<ByClause> byClause) {

    /**
     * @param answers that come out otherwise in more than wording; one may count in several of the others
     */
    public record Counts(
            long answers,
            long added,
            long removed,
            long dueMoved,
            long statusChanged,
            long bearerChanged,
            long valueChanged,
            long detailsChanged,
            long outcomeChanged,
            long wordingChanged) {
        static Counts of(Tally tally) {
            return new Counts(
                    tally.answers(),
                    tally.of(Aspect.ADDED),
                    tally.of(Aspect.REMOVED),
                    tally.of(Aspect.DUE_MOVED),
                    tally.of(Aspect.STATUS_CHANGED),
                    tally.of(Aspect.BEARER_CHANGED),
                    tally.of(Aspect.VALUE_CHANGED),
                    tally.of(Aspect.DETAILS_CHANGED),
                    tally.of(Aspect.OUTCOME_CHANGED),
                    tally.of(Aspect.WORDING_CHANGED));
        }
    }

    public record ByCode(AnswerKind answer, String code, Text name, Counts counts) {}

    public record ByUnit(String unit, Text name, Counts counts) {}

    public record ByClause(String clause, Text title, Counts counts) {}

    /** @param before and {@code after}: where names are looked up */
    public static SummaryView of(ImpactSummary summary, Side before, Side after) {
        return of(summary, new Names(before, after));
    }

    static SummaryView of(ImpactSummary summary, Names names) {
        List<ByCode> byCode = new ArrayList<>();
        for (AnswerKind kind : AnswerKind.values()) {
            for (Map.Entry<String, Tally> code : summary.byCode(kind).entrySet()) {
                byCode.add(
                        new ByCode(kind, code.getKey(), names.code(kind, code.getKey()), Counts.of(code.getValue())));
            }
        }
        return new SummaryView(
                summary.requests(),
                summary.decided(),
                summary.changed(),
                summary.wordingOnly(),
                Director.sentences(summary),
                Counts.of(summary.all()),
                byCode,
                summary.byUnit().entrySet().stream()
                        .map(unit -> new ByUnit(unit.getKey(), names.unit(unit.getKey()), Counts.of(unit.getValue())))
                        .toList(),
                summary.byClause().entrySet().stream()
                        .map(clause -> new ByClause(
                                clause.getKey(), names.clause(clause.getKey()), Counts.of(clause.getValue())))
                        .toList());
    }
}
