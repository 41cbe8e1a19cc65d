package cn.jinniu.bangban.engine.sandbox;

import java.util.Collection;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Collect;
import org.drools.base.rule.Forall;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.constraint.Constraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/** Puts {@link MatchCounter}s where rules put facts together. */
public final class MatchCounters {
    private MatchCounters() {}

    /** Puts them into all rules of packages that no rule base has yet. */
    public static void put(Collection<? extends KiePackage> packages) {
        for (KiePackage each : packages) {
            for (Rule rule : each.getRules()) {
                new Walk().element(((RuleImpl) rule).getLhs(), false);
            }
        }
    }

    /** Goes through the conditions of a rule in their order; what comes first is put together with nothing. */
    private static final class Walk {
        private boolean first = true;

        void element(RuleConditionElement element, boolean only) {
            if (element instanceof Pattern pattern) {
                pattern(pattern, only);
            } else if (element instanceof GroupElement group) {
                boolean before = first;
                for (RuleConditionElement child : group.getChildren()) {
                    // Each side of an "or" is a rule of its own.
                    first = group.isOr() ? before : first;
                    // Whether there is one fact takes one look, unless it is compared with what came before.
                    element(child, group.isNot() || group.isExists());
                }
            } else if (element instanceof Forall) {
                first = false;
            }
        }

        private void pattern(Pattern pattern, boolean only) {
            if (pattern.getSource() instanceof Accumulate gathering) {
                element(gathering.getSource(), false);
            } else if (pattern.getSource() instanceof Collect gathering) {
                element(gathering.getSourcePattern(), false);
            }
            boolean compared = false;
            boolean looked = false;
            for (Constraint constraint : pattern.getConstraints()) {
                if (constraint.getType() == Constraint.ConstraintType.BETA) {
                    compared = true;
                    looked |= !(constraint instanceof IndexableConstraint indexed
                            && indexed.getConstraintType() == ConstraintTypeOperator.EQUAL);
                }
            }
            if (!first && (compared || !only)) {
                if (looked) {
                    pattern.addConstraint(0, new MatchCounter(false));
                }
                pattern.addConstraint(new MatchCounter(true));
            }
            first = false;
        }
    }
}
