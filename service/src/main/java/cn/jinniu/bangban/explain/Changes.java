package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.ConditionShown;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes of a request with which an answer is given that was not: tries what explanations name, decides again and
 * explains again, one step after another. What it finds is true, for it was decided; that it finds nothing means little.
 */
final class Changes {
    /** Decisions made on changed requests in one step, before giving up. */
    private static final int TRIED = 16;

    private static final int STEPS = 4;

    /** What there is to be known of a changed request. */
    interface Deciding {
        /** Whether the answer is given; null when the request cannot be decided. */
        @Nullable
        Boolean answers(byte[] json);

        /** Why it still is not given. */
        NotGiven whyNot(byte[] json);
    }

    private final Deciding deciding;

    Changes(Deciding deciding) {
        this.deciding = deciding;
    }

    /** The changes, all of which together bring the answer; nothing when none were found. */
    List<Change> of(RequestTree request, NotGiven why, @Nullable String bearer) {
        List<Change> made = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        NotGiven at = why;
        RequestTree tree = request;
        for (int step = 0; step < STEPS && passed.add(first(at)); step++) {
            List<Change> next = null;
            int tried = 0;
            for (List<Change> changes : candidates(tree, at, bearer)) {
                RequestTree changed = tried < TRIED ? tree.with(changes) : null;
                Boolean answered = changed == null ? null : deciding.answers(changed.bytes());
                tried++;
                if (answered != null && answered) {
                    made.addAll(changes);
                    return request.merged(made);
                }
                next = next == null && answered != null ? changes : next;
            }
            RequestTree changed = next == null ? null : tree.with(next);
            if (changed == null || next == null) {
                return List.of();
            }
            made.addAll(next);
            tree = changed;
            at = deciding.whyNot(tree.bytes());
        }
        return List.of();
    }

    private static String first(NotGiven why) {
        return why.rules().isEmpty() ? "" : why.rules().get(0).says().en();
    }

    /** Changes worth trying: first what the nearest rules lack, all at once; then one thing after another. */
    private static List<List<Change>> candidates(RequestTree tree, NotGiven why, @Nullable String bearer) {
        List<List<Change>> together = new ArrayList<>();
        List<List<Change>> single = new ArrayList<>();
        for (Attempt attempt : why.rules().subList(0, Math.min(3, why.rules().size()))) {
            List<List<List<Change>>> lacking = new ArrayList<>();
            collect(tree, attempt, bearer, lacking, 0);
            List<Change> all = new ArrayList<>();
            lacking.stream().filter(each -> !each.isEmpty()).forEach(each -> all.addAll(each.get(0)));
            if (!all.isEmpty()) {
                together.add(all);
            }
            lacking.forEach(single::addAll);
        }
        together.addAll(single);
        return together;
    }

    /** For each thing a rule lacks, the ways to supply it. */
    private static void collect(
            RequestTree tree, Attempt attempt, @Nullable String bearer, List<List<List<Change>>> lacking, int depth) {
        for (Failing failing : attempt.failing()) {
            List<List<Change>> ways = new ArrayList<>();
            switch (failing.kind()) {
                case NOT_DERIVED -> {
                    failing.notYet().forEach(fact -> later(tree, fact, ways));
                    if (!failing.causes().isEmpty() && depth < 12) {
                        collect(tree, failing.causes().get(0), bearer, lacking, depth + 1);
                    }
                }
                case ABSENT -> {
                    failing.notYet().forEach(fact -> later(tree, fact, ways));
                    ways.addAll(tree.additions(failing));
                }
                case PRESENT -> present(tree, failing, ways);
                case UNMET, TOO_FEW -> unmet(tree, failing, bearer, ways);
            }
            lacking.add(ways);
        }
    }

    private static void later(RequestTree tree, FactShown fact, List<List<Change>> candidates) {
        for (FieldShown field : fact.fields()) {
            for (Origin origin : field.origins()) {
                candidates.addAll(tree.alternatives(origin.pointer(), List.of(), null));
            }
        }
    }

    private static void present(RequestTree tree, Failing failing, List<List<Change>> candidates) {
        List<Change> all = new ArrayList<>();
        for (FactShown fact : failing.facts()) {
            if (fact.pointer() != null) {
                all.addAll(tree.removal(fact.pointer()));
            } else {
                Set<String> pointers = new LinkedHashSet<>();
                sent(fact.because(), pointers);
                for (String pointer : pointers) {
                    candidates.addAll(tree.alternatives(pointer, List.of(), null));
                }
                List<Change> together = new ArrayList<>();
                pointers.stream().filter(tree::isElement).forEach(pointer -> together.addAll(tree.removal(pointer)));
                tree.whole(pointers).forEach(pointer -> together.addAll(tree.removal(pointer)));
                if (!together.isEmpty()) {
                    candidates.add(together);
                }
            }
        }
        if (!all.isEmpty()) {
            candidates.add(all);
        }
    }

    private static void unmet(
            RequestTree tree, Failing failing, @Nullable String bearer, List<List<Change>> candidates) {
        Set<String> pointers = new LinkedHashSet<>();
        failing.met().forEach(field -> field.origins().forEach(origin -> pointers.add(origin.pointer())));
        if (pointers.isEmpty()) {
            failing.facts().forEach(fact -> sent(fact.because(), pointers));
        }
        for (String pointer : pointers) {
            candidates.addAll(tree.alternatives(pointer, failing.wanted(), bearer));
        }
    }

    /** Fields of the request that a derivation read. */
    private static void sent(@Nullable Because because, Set<String> pointers) {
        if (because == null) {
            return;
        }
        for (ConditionShown condition : because.conditions()) {
            condition.facts().forEach(fact -> sent(fact, pointers));
        }
        because.lookUps().forEach(lookUp -> lookUp.found().forEach(fact -> sent(fact, pointers)));
    }

    private static void sent(FactShown fact, Set<String> pointers) {
        fact.fields().forEach(field -> field.origins().forEach(origin -> pointers.add(origin.pointer())));
        sent(fact.because(), pointers);
    }
}
