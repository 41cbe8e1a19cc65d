package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.MatchCounter;
import java.util.ArrayList;
import java.util.List;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.base.rule.constraint.Constraint;

/** Makes checks of the constraints that Drools compiled. */
final class Checks {
    private Checks() {}

    static Check[] of(List<Constraint> constraints) throws NotStaged {
        List<Check> checks = new ArrayList<>();
        for (Constraint constraint : constraints) {
            checks.add(of(constraint));
        }
        return checks.toArray(Check[]::new);
    }

    /**
     * A constraint as a check.
     *
     * @throws NotStaged for one that only Drools' network can ask
     */
    static Check of(Constraint constraint) throws NotStaged {
        if (constraint instanceof IndexableConstraint indexed && indexed.isUnification()) {
            throw new NotStaged("unification");
        }
        if (constraint instanceof MatchCounter counter) {
            return (run, row, held) -> {
                counter.count();
                return true;
            };
        }
        return switch (constraint.getType()) {
            case ALPHA -> {
                Check asked = alone((AlphaNodeFieldConstraint) constraint);
                yield constraint instanceof IndexableConstraint indexed && Fixed.canBe(indexed)
                        ? Fixed.of(indexed, asked)
                        : asked;
            }
            case BETA -> {
                @SuppressWarnings("unchecked")
                BetaConstraint<ContextEntry> joined = (BetaConstraint<ContextEntry>) constraint;
                Check asked = joined(joined);
                yield constraint instanceof IndexableConstraint indexed && Compared.canBe(indexed)
                        ? Compared.of(indexed, asked)
                        : asked;
            }
            default -> throw new NotStaged(constraint.getClass().getSimpleName());
        };
    }

    private static Check alone(AlphaNodeFieldConstraint constraint) {
        return (run, row, held) -> constraint.isAllowed(held, run);
    }

    private static Check joined(BetaConstraint<ContextEntry> constraint) {
        return (run, row, held) -> {
            ContextEntry context = constraint.createContext();
            context.updateFromTuple(run, InNetwork.of(row));
            return constraint.isAllowedCachedLeft(context, held);
        };
    }
}
