package cn.jinniu.bangban.log.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON pointers (RFC 6901) in which {@code *} stands for any element of an array and any member of an object, such as
 * {@code /projects/*}{@code /name}. One that leads nowhere is no mistake: not every request has every field.
 */
final class Pointers {
    private static final String ANY = "*";

    /** A place in a document, and where the pointers that lead here lead on to. */
    private final Map<String, Pointers> next = new HashMap<>();

    private boolean end;

    private Pointers() {}

    /** @throws IllegalArgumentException for what is no pointer; its message is for people, in both languages */
    static Pointers of(List<String> pointers) {
        Pointers all = new Pointers();
        for (String pointer : pointers) {
            if (!pointer.startsWith("/")) {
                throw new IllegalArgumentException("“" + pointer + "”不是 JSON 指针，应写作 /projects/*/name 的样子 / '" + pointer
                        + "' is no JSON pointer; write it like /projects/*/name");
            }
            Pointers at = all;
            for (String part : pointer.substring(1).split("/", -1)) {
                String name = part.replace("~1", "/").replace("~0", "~");
                at = at.next.computeIfAbsent(name, unknown -> new Pointers());
            }
            at.end = true;
        }
        return all;
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** Whether a pointer leads to just this place. */
    boolean ends() {
        return end;
    }

    /** Where pointers lead on to by way of a member's name or an element's number; null for nowhere. */
    @Nullable
    Pointers by(String part) {
        Pointers named = next.get(part);
        Pointers any = next.get(ANY);
        return named == null ? any : any == null ? named : both(named, any);
    }

    private static Pointers both(Pointers one, Pointers other) {
        Pointers both = new Pointers();
        both.end = one.end || other.end;
        both.next.putAll(one.next);
        other.next.forEach((part, there) -> both.next.merge(part, there, Pointers::both));
        return both;
    }
}
