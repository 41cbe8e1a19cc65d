package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Sentence;
import java.util.List;
import java.util.Set;

/**
 * A message with places to fill in, parsed once: {@code {word}} is a placeholder, and what stands in {@code [ ]} is said
 * only when every placeholder in it has something to say.
 */
final class Template {
    /** Said where a placeholder outside brackets has nothing to say, which only a rule beyond the contract brings about. */
    private static final String NOTHING = "—";

    sealed interface Segment {}

    record Literal(String text) implements Segment {}

    record Slot(Placeholder placeholder) implements Segment {}

    static final class Group implements Segment {
        private final Segment[] segments;

        Group(List<Segment> segments) {
            this.segments = segments.toArray(Segment[]::new);
        }
    }

    /** Writes what a placeholder stands for. */
    interface Filler {
        /** Appends it; false, with nothing appended, where there is nothing to say. */
        boolean fill(Placeholder placeholder, Sentence out);
    }

    private final Segment[] segments;
    private final Set<Placeholder> mentioned;

    Template(List<Segment> segments, Set<Placeholder> mentioned) {
        this.segments = segments.toArray(Segment[]::new);
        this.mentioned = Set.copyOf(mentioned);
    }

    /** Whether a placeholder stands anywhere in it. */
    boolean mentions(Placeholder placeholder) {
        return mentioned.contains(placeholder);
    }

    /** Whether it always says the same. */
    boolean isConstant() {
        return mentioned.isEmpty();
    }

    void write(Sentence out, Filler filler) {
        for (Segment segment : segments) {
            if (!write(segment, out, filler)) {
                out.words(NOTHING);
            }
        }
    }

    private static boolean write(Segment segment, Sentence out, Filler filler) {
        if (segment instanceof Literal literal) {
            out.words(literal.text);
            return true;
        }
        if (segment instanceof Slot slot) {
            return filler.fill(slot.placeholder, out);
        }
        int start = out.length();
        for (Segment inner : ((Group) segment).segments) {
            if (!write(inner, out, filler)) {
                out.cutTo(start);
                break;
            }
        }
        return true;
    }
}
