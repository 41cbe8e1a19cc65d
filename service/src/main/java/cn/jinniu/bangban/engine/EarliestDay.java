package cn.jinniu.bangban.engine;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** {@code earliest( $day )} in rules: the earliest of some days, as a day. A rule that asks for it fires on some only. */
public final class EarliestDay implements AccumulateFunction<EarliestDay.Found> {
    /** The earliest day found so far. */
    public static final class Found implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable LocalDate day;
    }

    @Override
    public Found createContext() {
        return new Found();
    }

    @Override
    public void init(Found found) {
        found.day = null;
    }

    @Override
    public void accumulate(Found found, @Nullable Object value) {
        LocalDate day = (LocalDate) value;
        if (day != null && (found.day == null || day.isBefore(found.day))) {
            found.day = day;
        }
    }

    @Override
    public void reverse(Found found, Object value) {
        throw new UnsupportedOperationException("an earliest day is found anew, not taken back");
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public @Nullable Object getResult(Found found) {
        return found.day;
    }

    @Override
    public Class<?> getResultType() {
        return LocalDate.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        // Nothing to keep: the function has no state of its own.
    }

    @Override
    public void readExternal(ObjectInput in) {
        // Nothing was kept.
    }
}
