package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an approval's clock stands still.
 *
 * @param from first suspended day, inclusive
 * @param to last suspended day, inclusive; null while it is open
 */
public record Suspension(LocalDate from, @Nullable LocalDate to) {
    Suspension seenOn(LocalDate day) {
        return new Suspension(from, Seen.on(to, day));
    }
}
