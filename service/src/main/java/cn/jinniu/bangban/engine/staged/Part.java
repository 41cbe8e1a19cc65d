package cn.jinniu.bangban.engine.staged;

import java.util.Map;
import java.util.function.Consumer;

/** What rules know and give in one part of a decision, while others reason in other parts. */
public interface Part {
    /** What rules know beside facts, by name. */
    Map<String, Object> known();

    /** A rule adds a fact, which rules of this stage do not see. */
    void add(Object fact);

    /**
     * Has the whole decision take over what was given, in the order it was.
     *
     * @param facts takes what rules added
     */
    void takeOver(Consumer<Object> facts);
}
