package cn.jinniu.bangban.log.find;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a decision, as far as it is found by.
 *
 * @param code its code
 * @param clause the clause it rests on
 * @param bearer the unit that owes it; null of anything but an obligation
 * @param status how it stands; null of anything but an obligation
 */
record Told(
        String code,
        String clause,
        @Nullable String bearer,
        @Nullable String status) {}
