package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training of commissioners.
 *
 * @param scheduledOn planned day, seen whatever its date
 * @param heldOn day it was held
 */
public record Training(
        String id,
        @Nullable LocalDate scheduledOn,
        @Nullable LocalDate heldOn,
        List<TrainerRequest> trainers) {

    Training seenOn(LocalDate day) {
        return new Training(
                id,
                scheduledOn,
                Seen.on(heldOn, day),
                Seen.only(trainers, TrainerRequest::requestedOn, trainer -> trainer.seenOn(day), day));
    }
}
