package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need that a project's owner put to a commissioner or to the service room.
 *
 * @param commissioner id of the person it was put to, if one
 * @param understoodOn day its situation had been understood in detail
 * @param roomConnectedOn day the service room had been brought in
 * @param informedOn day the owner had been told all materials and time limits at once
 * @param guidedOn day the owner had been guided in preparing the application
 */
public record ServiceRequest(
        String id,
        String project,
        @Nullable String commissioner,
        LocalDate receivedOn,
        List<Matter> matters,
        @Nullable LocalDate understoodOn,
        @Nullable LocalDate roomConnectedOn,
        @Nullable LocalDate informedOn,
        @Nullable LocalDate guidedOn) {

    ServiceRequest seenOn(LocalDate day) {
        return new ServiceRequest(
                id,
                project,
                commissioner,
                receivedOn,
                matters,
                Seen.on(understoodOn, day),
                Seen.on(roomConnectedOn, day),
                Seen.on(informedOn, day),
                Seen.on(guidedOn, day));
    }
}
