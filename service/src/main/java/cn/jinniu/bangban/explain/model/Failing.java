package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that failed.
 *
 * @param kind how it failed
 * @param condition as the rule has it
 * @param constraint the part of it that failed, as the rule has it; null where it is the whole
 * @param facts the facts it failed on: the nearest one, or those that should not have been there
 * @param met the fields it read, with the values it met
 * @param needed what would be needed
 * @param wanted values of what it read, any of which would do, where such can be named
 * @param notYet facts that would matter, but are dated after the day decided for
 * @param parameters what it read of parameters
 * @param causes where a fact was missing that rules derive: why each of those did not, the nearest first
 * @param says all this in a sentence
 */
public record Failing(
        Kind kind,
        String condition,
        @Nullable String constraint,
        List<FactShown> facts,
        List<FieldShown> met,
        Text needed,
        List<Object> wanted,
        List<FactShown> notYet,
        List<ParameterShown> parameters,
        List<Attempt> causes,
        Text says) {
    /** How a condition fails. */
    public enum Kind {
        /** A fact is there, and something about it is not as needed. */
        UNMET,
        /** There is no fact of the kind sent. */
        ABSENT,
        /** There is no fact of the kind, for no rule derived it. */
        NOT_DERIVED,
        /** There is a fact that should not be there. */
        PRESENT,
        /** The facts taken together do not come to what is needed. */
        TOO_FEW
    }
}
