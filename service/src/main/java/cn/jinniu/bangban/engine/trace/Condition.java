package cn.jinniu.bangban.engine.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition of a rule, as it is written. */
public sealed interface Condition {
    /** Its text, on one line. */
    String text();

    /**
     * There is a fact of a type that meets some constraints.
     *
     * @param variable name it is bound to, null where it has none
     * @param constraints each as it is written, bindings included
     */
    record Fact(@Nullable String variable, String type, List<String> constraints, String text) implements Condition {}

    /** Nothing meets another condition. */
    record None(Condition of, String text) implements Condition {}

    /** Something meets another condition; what does is not told. */
    record Some(Condition of, String text) implements Condition {}

    /** All of some conditions are met. */
    record All(List<Condition> of, String text) implements Condition {}

    /** One of some conditions is met. */
    record Either(List<Condition> of, String text) implements Condition {}

    /**
     * What meets a condition is gathered, all together or in groups.
     *
     * @param key name the groups' key is bound to; null where all are gathered together
     * @param keyExpression what the groups go by; null where all are gathered together
     * @param results what must hold of the results
     */
    record Gathered(
            Condition from,
            @Nullable String key,
            @Nullable String keyExpression,
            List<Function> functions,
            List<String> results,
            String text)
            implements Condition {}

    /** An expression is true. */
    record Test(String expression, String text) implements Condition {}

    /** Something that is not taken apart. */
    record Other(String text) implements Condition {}

    /**
     * What is made of the facts gathered.
     *
     * @param variable name the result is bound to, null where it has none
     * @param name which function
     * @param of the expression it is applied to; empty where it takes none
     */
    record Function(@Nullable String variable, String name, String of) {}
}
