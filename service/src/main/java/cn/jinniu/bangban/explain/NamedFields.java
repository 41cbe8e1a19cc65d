package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.ConditionShown;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.FieldShown;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** Fields of the request that a derivation names. */
final class NamedFields {
    private final Set<String> pointers = new LinkedHashSet<>();
    private final Set<Because> passed = Collections.newSetFromMap(new IdentityHashMap<>());

    private NamedFields() {}

    /** Pointers to them, in the order they are named. */
    static Set<String> of(Because because) {
        NamedFields named = new NamedFields();
        named.because(because);
        return named.pointers;
    }

    private void because(Because because) {
        if (passed.add(because)) {
            for (ConditionShown condition : because.conditions()) {
                condition.facts().forEach(this::fact);
                condition.whyNone().forEach(this::attempt);
            }
            because.lookUps().forEach(lookUp -> lookUp.found().forEach(this::fact));
        }
    }

    private void attempt(Attempt attempt) {
        for (Failing failing : attempt.failing()) {
            failing.met().forEach(this::field);
            failing.notYet().forEach(this::fact);
            failing.facts().forEach(this::fact);
            failing.causes().forEach(this::attempt);
        }
    }

    private void field(FieldShown field) {
        field.origins().forEach(origin -> pointers.add(origin.pointer()));
    }

    private void fact(FactShown fact) {
        if (fact.fields().isEmpty() && fact.pointer() != null) {
            pointers.add(fact.pointer()); // it only matters that it is there
        }
        fact.fields().forEach(this::field);
        if (fact.because() != null) {
            because(fact.because());
        }
    }
}
