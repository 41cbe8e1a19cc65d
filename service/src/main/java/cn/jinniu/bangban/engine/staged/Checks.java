package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.MatchCounter;
import java.util.ArrayList;
import java.util.List;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.base.rule.constraint.Constraint;
import org.jspecify.annotations.Nullable;

/** Makes checks of the constraints that Drools compiled. */
final class Checks {
    private Checks() {}

    static Check[] of(List<Constraint> constraints) throws NotStaged {
        List<Check> checks = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (!(constraint instanceof MatchCounter)) { // what these count is counted without asking them
                checks.add(of(constraint));
            }
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
        return new Alone(constraint);
    }

    private static Check joined(BetaConstraint<ContextEntry> constraint) {
        return new Joined(constraint);
    }

    /** Asks Drools about the fact by itself. */
    private static final class Alone extends Check {
        private final AlphaNodeFieldConstraint constraint;

        Alone(AlphaNodeFieldConstraint constraint) {
            this.constraint = constraint;
        }

        @Override
        boolean holds(Run run, @Nullable Row row, Held held) {
            return constraint.isAllowed(run.shown(held), run);
        }
    }

    /** Asks Drools about the fact together with those matched before. */
    private static final class Joined extends Check {
        private final BetaConstraint<ContextEntry> constraint;

        Joined(BetaConstraint<ContextEntry> constraint) {
            this.constraint = constraint;
        }

        @Override
        boolean holds(Run run, @Nullable Row row, Held held) {
            ContextEntry context = constraint.createContext();
            context.updateFromTuple(run, InNetwork.of(row));
            return constraint.isAllowedCachedLeft(context, held.handle());
        }
    }
}
