package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Entry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry may be shown.
 *
 * @param time when it was written, in Asia/Shanghai
 * @param bodies request and answer; null when they are damaged, which a verification of the log tells more about
 */
record Shown(Entry entry, OffsetDateTime time, @Nullable Bodies bodies) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How much of the bodies there is. */
    enum State {
        /** All of them, but for what is masked on purpose. */
        WHOLE,
        /** What was encrypted is missing: its key is not at hand. */
        ENCRYPTED,
        /** They are not what was written. */
        DAMAGED
    }

    static Shown of(Entry entry, Privacy privacy, Masking masking) {
        OffsetDateTime time =
                Instant.EPOCH.plus(entry.at(), ChronoUnit.MICROS).atZone(ZONE).toOffsetDateTime();
        try {
            return new Shown(entry, time, masking.mask(privacy.open(entry.draft())));
        } catch (RuntimeException damaged) {
            return new Shown(entry, time, null);
        }
    }

    State state() {
        if (bodies == null) {
            return State.DAMAGED;
        }
        return bodies.whole() ? State.WHOLE : State.ENCRYPTED;
    }
}
