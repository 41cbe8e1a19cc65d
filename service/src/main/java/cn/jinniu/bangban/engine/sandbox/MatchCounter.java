package cn.jinniu.bangban.engine.sandbox;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.ContextEntry;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.base.rule.constraint.Constraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A constraint that is always met and counts how often it was asked: looking for facts that fit together can take
 * longer than any consequence, and fires nothing meanwhile. Public, with a constructor without arguments, because it is
 * written and read with the compiled rules.
 */
public final class MatchCounter implements BetaConstraint<MatchCounter.Nothing> {
    private static final long serialVersionUID = 1L;
    private static final Declaration[] NONE = {};

    private boolean fitting;

    public MatchCounter() {
        this(true);
    }

    /** @param fitting whether it is asked last, when all else is met; else it is asked first, and only keeps the time */
    MatchCounter(boolean fitting) {
        this.fitting = fitting;
    }

    /** Whether it counts what fits together, or else what is looked at. */
    public boolean isFitting() {
        return fitting;
    }

    private void count() {
        Meter meter = Meter.current();
        if (meter != null) {
            if (fitting) {
                meter.matched();
            } else {
                meter.looked();
            }
        }
    }

    @Override
    public boolean isAllowedCachedLeft(@Nullable Nothing context, @Nullable FactHandle handle) {
        count();
        return true;
    }

    @Override
    public boolean isAllowedCachedRight(@Nullable BaseTuple tuple, @Nullable Nothing context) {
        count();
        return true;
    }

    @Override
    public Nothing createContext() {
        return new Nothing();
    }

    @Override
    public Declaration[] getRequiredDeclarations() {
        return NONE;
    }

    @Override
    public void replaceDeclaration(Declaration old, Declaration with) {
        // It reads none.
    }

    @Override
    public Constraint clone() {
        return new MatchCounter(fitting);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T cloneIfInUse() {
        return (T) this;
    }

    @Override
    public ConstraintType getType() {
        return ConstraintType.BETA;
    }

    @Override
    public boolean isTemporal() {
        return false;
    }

    /** All that count alike are alike, so that rules go on sharing what they have in common. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatchCounter counter && counter.fitting == fitting;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(fitting);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        out.writeBoolean(fitting);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        fitting = in.readBoolean();
    }

    /** It remembers nothing from one question to the next. */
    public static final class Nothing implements ContextEntry {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ContextEntry getNext() {
            return null;
        }

        @Override
        public void setNext(ContextEntry entry) {
            // It is asked for itself.
        }

        @Override
        public void updateFromTuple(ValueResolver resolver, BaseTuple tuple) {
            // It looks at nothing.
        }

        @Override
        public void updateFromFactHandle(ValueResolver resolver, FactHandle handle) {
            // It looks at nothing.
        }

        @Override
        public void resetTuple() {
            // It holds nothing.
        }

        @Override
        public void resetFactHandle() {
            // It holds nothing.
        }

        @Override
        public void writeExternal(ObjectOutput out) {
            // It holds nothing.
        }

        @Override
        public void readExternal(ObjectInput in) {
            // It holds nothing.
        }
    }
}
