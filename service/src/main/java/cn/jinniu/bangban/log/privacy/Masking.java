package cn.jinniu.bangban.log.privacy;

import java.util.List;

/**
 * Leaves out of what is exported what pointers lead to: {@link Bodies#INSTEAD} stands in its place. The same pointers hold
 * for requests and answers. What stands at one in the request is left out of the answer too, wherever it tells of it.
 */
public final class Masking {
    /** Leaves out nothing. */
    public static final Masking NONE = new Masking(Pointers.of(List.of()));

    private final Pointers pointers;

    private Masking(Pointers pointers) {
        this.pointers = pointers;
    }

    /**
     * @param pointers JSON pointers, with {@code *} for any element or member
     * @throws IllegalArgumentException for what is no pointer; its message is for people, in both languages
     */
    public static Masking of(List<String> pointers) {
        return pointers.isEmpty() ? NONE : new Masking(Pointers.of(pointers));
    }

    /** Whether there is nothing to leave out. */
    public boolean isNone() {
        return pointers.isEmpty();
    }

    /** What is exported of a request and its answer. Both are still JSON; what is not masked keeps its bytes. */
    public Bodies mask(Bodies bodies) {
        if (isNone()) {
            return bodies;
        }
        Names names = new Names();
        byte[] request = Cutting.fields(bodies.request(), pointers, names).left();
        byte[] answer = Cutting.answer(bodies.answer(), pointers, names).left();
        return new Bodies(request, answer, bodies.lostKey());
    }
}
