package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Unit;
import org.jspecify.annotations.Nullable;

/** Functions on units that rules may call. */
public final class Units {
    private Units() {}

    /** The first of these units that is there, null when none is. */
    public static @Nullable Unit firstOf(@Nullable Unit... units) {
        for (Unit unit : units) {
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }
}
