package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An annual key-project list that was issued; one per level and year. */
public record KeyProjectList(
        Level level, int year, LocalDate issuedOn, @Nullable LocalDate providedToRoomOn) {
    KeyProjectList seenOn(LocalDate day) {
        return new KeyProjectList(level, year, issuedOn, Seen.on(providedToRoomOn, day));
    }
}
