package cn.jinniu.bangban.engine.staged;

import java.util.Arrays;

/** When each type of fact is read first. A fact that came after would be missed, so it must not. */
final class Order {
    private final int[] firstRead;
    private final boolean[] inCircle;

    Order(int types) {
        firstRead = new int[types];
        inCircle = new boolean[types];
        Arrays.fill(firstRead, Integer.MAX_VALUE);
    }

    /** @param circle whether the reader is matched again for what comes while its stage lasts */
    void reads(int type, int stage, boolean circle) {
        if (stage < firstRead[type]) {
            firstRead[type] = stage;
            inCircle[type] = circle;
        } else if (stage == firstRead[type]) {
            inCircle[type] &= circle;
        }
    }

    /** @throws OutOfOrder when a fact of these types comes too late */
    void check(int[] types, int stage) {
        for (int type : types) {
            if (firstRead[type] < stage || firstRead[type] == stage && !inCircle[type]) {
                throw new OutOfOrder();
            }
        }
    }

    /** A fact was added after rules had been matched that read its type. */
    static final class OutOfOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
