package cn.jinniu.bangban.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Names decisions: UUIDs of version 7 (RFC 9562), so that those made later sort later.
 *
 * <p>Twelve bits count within a millisecond; a count that would run over takes the next millisecond instead.
 */
@Component
class DecisionIds {
    private static final int PER_MILLISECOND = 1 << 12;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long millisecond;
    private int count;

    DecisionIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long low = random.nextLong() >>> 2 | 1L << 63;
        long high;
        synchronized (this) {
            long now = clock.millis();
            if (now > millisecond) {
                millisecond = now;
                count = 0;
            } else if (++count == PER_MILLISECOND) {
                millisecond++;
                count = 0;
            }
            high = millisecond << 16 | 0x7000 | count;
        }
        return new UUID(high, low).toString();
    }
}
