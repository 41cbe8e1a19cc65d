package cn.jinniu.bangban.impact;

import java.util.EnumMap;
import java.util.Map;

/** How many answers come out otherwise, in all and by aspect. */
public final class Tally {
    private final Map<Aspect, Long> byAspect = new EnumMap<>(Aspect.class);
    private long answers;

    void count(Change change) {
        if (!change.isWordingOnly()) {
            answers++;
        }
        change.aspects().forEach(aspect -> byAspect.merge(aspect, 1L, Long::sum));
    }

    /** Answers that come out otherwise in more than their wording. */
    public long answers() {
        return answers;
    }

    /** Answers that come out otherwise in this respect. */
    public long of(Aspect aspect) {
        return byAspect.getOrDefault(aspect, 0L);
    }
}
