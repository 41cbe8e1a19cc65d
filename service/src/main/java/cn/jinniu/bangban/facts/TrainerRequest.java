package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The service room's request that a department send somebody to train commissioners.
 *
 * @param training id of the training
 * @param scheduledOn the training's planned day, seen whatever its date
 */
public record TrainerRequest(
        String training,
        @Nullable LocalDate scheduledOn,
        Unit department,
        LocalDate requestedOn,
        @Nullable LocalDate arrangedOn) {

    TrainerRequest seenOn(LocalDate day) {
        return new TrainerRequest(training, scheduledOn, department, requestedOn, Seen.on(arrangedOn, day));
    }
}
