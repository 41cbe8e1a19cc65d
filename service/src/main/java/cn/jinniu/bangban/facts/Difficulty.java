package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difficulty a project has met.
 *
 * @param departments the units it concerns, as given (a unit may be named twice)
 */
public record Difficulty(
        String id,
        String project,
        DifficultyKind kind,
        List<Unit> departments,
        LocalDate raisedOn,
        @Nullable LocalDate meetingRequestedOn,
        @Nullable LocalDate meetingHeldOn,
        @Nullable LocalDate resolvedOn) {

    Difficulty seenOn(LocalDate day) {
        return new Difficulty(
                id,
                project,
                kind,
                departments,
                raisedOn,
                Seen.on(meetingRequestedOn, day),
                Seen.on(meetingHeldOn, day),
                Seen.on(resolvedOn, day));
    }
}
