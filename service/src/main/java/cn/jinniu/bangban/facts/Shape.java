package cn.jinniu.bangban.facts;

import java.util.List;
import java.util.Set;

/** What JSON value a field of a request takes, for whoever describes the contract to others. */
public sealed interface Shape {
    /** A string, {@code YYYY-MM-DD}, from {@code first} to {@code last} inclusive. */
    record DateShape(String first, String last) implements Shape {}

    /** A string, {@code YYYY-MM}. */
    record MonthShape() implements Shape {}

    /** An integer from {@code min} to {@code max} inclusive. */
    record IntegerShape(int min, int max) implements Shape {}

    record BooleanShape() implements Shape {}

    /** A string of at most {@code maxLength} Unicode code points. */
    record TextShape(int maxLength) implements Shape {}

    /** A non-blank string of at most {@code maxLength} Unicode code points: an id of a fact or a person. */
    record IdShape(int maxLength) implements Shape {}

    /** A string that matches {@code pattern} from end to end. */
    record PatternShape(String pattern) implements Shape {}

    /** One of the words. */
    record WordShape(List<String> words) implements Shape {}

    /** One of the sectors of the ruleset. */
    record SectorShape() implements Shape {}

    /** The id of a unit of the ruleset's directory, of one of the kinds. */
    record UnitShape(Set<UnitKind> kinds) implements Shape {}

    /** The id of another fact of the same request. */
    record ReferenceShape(Reference to) implements Shape {}

    record ListShape(Shape element) implements Shape {}

    /**
     * A JSON object with these fields and no others.
     *
     * @param name what the contract calls it
     */
    record ObjectShape(String name, List<FieldShape> fields) implements Shape {}
}
