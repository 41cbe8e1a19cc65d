package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.impact.Change.FieldChange;
import cn.jinniu.bangban.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two decisions on the same facts, answer by answer. */
final class DecisionComparison {
    private static final Map<String, Aspect> ASPECTS = Map.of(
            "bearer", Aspect.BEARER_CHANGED,
            "due", Aspect.DUE_MOVED,
            "status", Aspect.STATUS_CHANGED,
            "value", Aspect.VALUE_CHANGED,
            "grounds", Aspect.VALUE_CHANGED);

    /** What follows from the due day, and is no change of its own beside a moved one. */
    private static final Set<String> FOLLOW_DUE = Set.of("daysLate", "provisional");

    private final Side before;
    private final Side after;
    private final boolean sameWording;
    private final Messages messagesBefore;
    private final Messages messagesAfter;

    DecisionComparison(Side before, Side after) {
        this.before = before;
        this.after = after;
        this.sameWording = before.wordsLike(after);
        this.messagesBefore = before.desk().ruleset().data().messages();
        this.messagesAfter = after.desk().ruleset().data().messages();
    }

    /** An answer before and after; one of them may be missing. */
    private record Pair(@Nullable Said old, @Nullable Said now) {
        static final Comparator<Pair> ORDER = Comparator.comparing(
                        (Pair pair) -> pair.shown().kind())
                .thenComparing(pair -> pair.shown().code(), CodePoints.ORDER)
                .thenComparing(pair -> pair.shown().id(), CodePoints.ORDER);

        Said shown() {
            return now != null ? now : Objects.requireNonNull(old);
        }
    }

    /** All that differs, in the contract's order; empty when nothing does. */
    List<Change> compare(Decision old, Decision now) {
        if (sameWording
                && old.determinations().equals(now.determinations())
                && old.obligations().equals(now.obligations())
                && old.alerts().equals(now.alerts())) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Pair pair : pairs(Said.all(old), Said.all(now))) {
            Change change = compare(pair);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** Pairs answers of one id; then those left over that are the only ones in their place, for their bearer changed. */
    private static List<Pair> pairs(List<Said> old, List<Said> now) {
        Map<String, Said> removed = new LinkedHashMap<>();
        old.forEach(said -> removed.put(key(said), said));
        List<Pair> pairs = new ArrayList<>();
        Map<String, List<Integer>> added = new LinkedHashMap<>();
        for (Said said : now) {
            Said same = removed.remove(key(said));
            if (same == null && said.place() != null) {
                added.computeIfAbsent(said.place(), place -> new ArrayList<>()).add(pairs.size());
            }
            pairs.add(new Pair(same, said));
        }
        Map<String, List<Said>> gone = new LinkedHashMap<>();
        for (Said said : removed.values()) {
            if (said.place() != null) {
                gone.computeIfAbsent(said.place(), place -> new ArrayList<>()).add(said);
            }
        }
        gone.forEach((place, all) -> {
            List<Integer> there = added.getOrDefault(place, List.of());
            if (all.size() == 1 && there.size() == 1) {
                pairs.set(
                        there.get(0),
                        new Pair(all.get(0), pairs.get(there.get(0)).now()));
                removed.remove(key(all.get(0)));
            }
        });
        removed.values().forEach(said -> pairs.add(new Pair(said, null)));
        pairs.sort(Pair.ORDER);
        return pairs;
    }

    private static String key(Said said) {
        return said.kind().name() + ' ' + said.id();
    }

    private @Nullable Change compare(Pair pair) {
        Said old = pair.old();
        Said now = pair.now();
        if (old == null || now == null) {
            Said only = pair.shown();
            Aspect aspect = old == null ? Aspect.ADDED : Aspect.REMOVED;
            List<FieldChange> fields = new ArrayList<>();
            only.fields().forEach((field, value) -> {
                if (value != null) {
                    fields.add(old == null ? new FieldChange(field, null, value) : new FieldChange(field, value, null));
                }
            });
            return change(pair, only, EnumSet.of(aspect), fields);
        }
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        List<FieldChange> fields = new ArrayList<>();
        boolean dueMoved = !Objects.equals(old.fields().get("due"), now.fields().get("due"));
        now.fields().forEach((field, value) -> {
            String was = old.fields().get(field);
            if (!Objects.equals(was, value)) {
                fields.add(new FieldChange(field, was, value));
                if (!dueMoved || !FOLLOW_DUE.contains(field)) {
                    aspects.add(ASPECTS.getOrDefault(field, Aspect.DETAILS_CHANGED));
                }
            }
        });
        if (aspects.isEmpty()) {
            wording(old, now, aspects, fields);
        }
        return aspects.isEmpty() ? null : change(pair, now, aspects, fields);
    }

    /** Only what people read. */
    private void wording(Said old, Said now, Set<Aspect> aspects, List<FieldChange> fields) {
        if (now.ruleIsSaid() && !old.rule().equals(now.rule())) {
            fields.add(new FieldChange("rule", old.rule(), now.rule()));
        }
        for (Language language : sameWording ? new Language[0] : Language.values()) {
            String was = Said.message(old, now, messagesBefore, language);
            String is = Said.message(now, old, messagesAfter, language);
            if (!Objects.equals(was, is)) {
                fields.add(new FieldChange("message", was, is));
            }
        }
        if (!fields.isEmpty()) {
            aspects.add(Aspect.WORDING_CHANGED);
        }
    }

    private Change change(Pair pair, Said shown, Set<Aspect> aspects, List<FieldChange> fields) {
        Said old = pair.old();
        Said now = pair.now();
        Set<String> units = new LinkedHashSet<>();
        if (old != null && old.unit() != null) {
            units.add(old.unit());
        }
        if (now != null && now.unit() != null) {
            units.add(now.unit());
        }
        return new Change(
                shown.kind(),
                Collections.unmodifiableSet(aspects),
                shown.code(),
                shown.clause(),
                List.copyOf(units),
                shown.id(),
                List.copyOf(fields),
                old == null ? null : before.rule(old.rule()),
                now == null ? null : after.rule(now.rule()));
    }

    /** A request that one ruleset decides, and the other does not, or not for the same reason. */
    static Change ofRequest(String before, String after) {
        return new Change(
                AnswerKind.REQUEST,
                EnumSet.of(Aspect.OUTCOME_CHANGED),
                "",
                null,
                List.of(),
                "",
                List.of(new FieldChange("outcome", before, after)),
                null,
                null);
    }
}
