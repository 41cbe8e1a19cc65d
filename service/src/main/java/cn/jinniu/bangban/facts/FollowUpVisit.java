package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit that follows up a commissioner's SERVICE report.
 *
 * @param report id of that report
 * @param visitor id of the person who paid the visit
 */
public record FollowUpVisit(
        String id,
        String report,
        String visitor,
        LocalDate visitedOn,
        @Nullable LocalDate recordedOn) {

    FollowUpVisit seenOn(LocalDate day) {
        return new FollowUpVisit(id, report, visitor, visitedOn, Seen.on(recordedOn, day));
    }
}
