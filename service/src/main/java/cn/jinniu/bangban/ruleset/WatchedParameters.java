package cn.jinniu.bangban.ruleset;

import java.util.function.Consumer;

/** Parameters that are what others are, and tell which of them are read: for explanations. */
public final class WatchedParameters extends ParameterValues {
    private final Consumer<String> told;

    /** @param told takes the key of each parameter that is read, as often as it is */
    public WatchedParameters(ParameterValues same, Consumer<String> told) {
        super(same);
        this.told = told;
    }

    @Override
    public Parameter.Value since(String key) {
        Parameter.Value value = super.since(key);
        told.accept(key);
        return value;
    }
}
