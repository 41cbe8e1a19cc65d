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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes of a request with which an answer is given that was not: tries what explanations name, decides again and
 * explains again, one step after another. What it finds is true, for it was decided; that it finds nothing means little.
 */
final class Changes {
    /** Decisions made on changed requests in one step, before giving up. */
    private static final int TRIED = 70;

    /** Changed requests explained in one step: each must bring something new. */
    private static final int EXPLAINED = 4;

    private static final int STEPS = 7;

    private static final Pattern NONE_WANTED = Pattern.compile("==\\s*null");

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
        Set<String> passed = new LinkedHashSet<>(Set.of(first(why)));
        NotGiven at = why;
        RequestTree tree = request;
        for (int step = 0; step < STEPS; step++) {
            List<List<Change>> decided = new ArrayList<>();
            List<List<Change>> candidates = candidates(tree, at, bearer);
            for (List<Change> changes : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
                RequestTree changed = tree.with(changes);
                Boolean answered = changed == null ? null : deciding.answers(changed.bytes());
                if (answered != null && answered) {
                    made.addAll(asSent(changes, made));
                    return confirmed(request, made);
                } else if (answered != null) {
                    decided.add(changes);
                }
            }
            NotGiven next = null;
            for (List<Change> changes : decided.subList(0, Math.min(EXPLAINED, decided.size()))) {
                RequestTree changed = tree.with(changes);
                NotGiven then = changed == null ? null : deciding.whyNot(changed.bytes());
                if (changed != null && then != null && passed.add(first(then))) {
                    made.addAll(asSent(changes, made));
                    tree = changed;
                    next = then;
                    break;
                }
            }
            if (next == null) {
                return List.of();
            }
            at = next;
        }
        return List.of();
    }

    /** Changes of a changed request, by where things stood in the request as sent: elements taken out moved others. */
    private static List<Change> asSent(List<Change> changes, List<Change> before) {
        List<String> gone = before.stream()
                .filter(change -> change.to() == null && RequestTree.isElement(change.pointer()))
                .map(Change::pointer)
                .toList();
        return changes.stream()
                .map(change -> new Change(RequestTree.asSent(change.pointer(), gone), change.from(), change.to()))
                .toList();
    }

    /** All the changes together, on the request as sent; nothing where they do not do then. */
    private List<Change> confirmed(RequestTree request, List<Change> made) {
        List<Change> merged = request.merged(made);
        RequestTree changed = request.with(merged);
        return changed != null && Boolean.TRUE.equals(deciding.answers(changed.bytes())) ? merged : List.of();
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
        together.addAll(tree.otherDays(why.question().period()));
        return List.copyOf(new LinkedHashSet<>(together));
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
                case UNMET, TOO_FEW -> {
                    unmet(tree, failing, bearer, ways);
                    if (failing.constraint() == null) {
                        ways.addAll(tree.additions(failing)); // another unit's, or too few: one more of its own
                    }
                    if (failing.kind() == Failing.Kind.TOO_FEW) {
                        elements(failing).forEach(pointer -> ways.addAll(tree.another(pointer)));
                    }
                }
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
                pointers.stream()
                        .filter(RequestTree::isElement)
                        .forEach(pointer -> together.addAll(tree.removal(pointer)));
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
        Set<Long> days = new LinkedHashSet<>();
        failing.met().forEach(field -> tree.days(field.value()).forEach(days::add));
        Set<String> derived = new LinkedHashSet<>();
        for (FactShown fact : failing.facts()) {
            sent(fact.because(), derived);
            days(tree, fact.because(), days);
        }
        String constraint = failing.constraint();
        if (constraint != null && NONE_WANTED.matcher(constraint).find()) {
            gone(tree, failing, derived, pointers, candidates);
        }
        Set<String> all = pointers.isEmpty() ? derived : pointers;
        for (String pointer : all) {
            candidates.addAll(tree.alternatives(pointer, failing.wanted(), bearer));
        }
        derived.addAll(pointers);
        for (String pointer : derived) {
            candidates.addAll(tree.shifted(pointer, days));
        }
    }

    /** Where a value should not be there: to leave out what it comes from, one thing after another, and all at once. */
    private static void gone(
            RequestTree tree,
            Failing failing,
            Set<String> derived,
            Set<String> pointers,
            List<List<Change>> candidates) {
        for (String element : elements(failing)) {
            if (RequestTree.isElement(element) && !element.startsWith("/projects")) {
                candidates.add(tree.removal(element));
            }
        }
        Set<String> present = new LinkedHashSet<>(pointers);
        present.addAll(derived);
        present.removeIf(pointer -> !tree.mayGo(pointer));
        present.forEach(pointer -> candidates.add(tree.removal(pointer)));
        List<Change> empty = new ArrayList<>();
        present.forEach(pointer -> empty.addAll(tree.removal(pointer)));
        if (empty.size() > 1) {
            candidates.add(empty);
        }
    }

    /** Differences in days that a derivation speaks of. */
    private static void days(RequestTree tree, @Nullable Because because, Set<Long> days) {
        if (because == null) {
            return;
        }
        for (ConditionShown condition : because.conditions()) {
            for (FactShown fact : condition.facts()) {
                fact.fields().forEach(field -> tree.days(field.value()).forEach(days::add));
            }
        }
    }

    /** Elements of the request's lists that a failing condition looked at, the last first. */
    private static List<String> elements(Failing failing) {
        Set<String> found = new LinkedHashSet<>();
        failing.facts().forEach(fact -> elements(fact, found));
        List<String> backwards = new ArrayList<>(found);
        backwards.sort((one, other) ->
                one.length() == other.length() ? other.compareTo(one) : Integer.compare(other.length(), one.length()));
        return backwards;
    }

    private static void elements(FactShown fact, Set<String> found) {
        if (fact.pointer() != null) {
            found.add(fact.pointer());
        }
        if (fact.because() != null) {
            fact.because().conditions().forEach(each -> each.facts().forEach(inner -> elements(inner, found)));
            fact.because().lookUps().forEach(each -> each.found().forEach(inner -> elements(inner, found)));
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
