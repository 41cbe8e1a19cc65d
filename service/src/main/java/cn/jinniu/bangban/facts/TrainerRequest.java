package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.Comparator;
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
        @Nullable LocalDate arrangedOn)
        implements Comparable<TrainerRequest> {
    private static final Comparator<TrainerRequest> FIRST_ASKED_FIRST = Comparator.comparing(
                    TrainerRequest::requestedOn)
            .thenComparing(TrainerRequest::arrangedOn, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What is asked for: a trainer of a department for a training. It may be asked for more than once. */
    public Ask ask() {
        return new Ask(training, department);
    }

    /** A trainer of a department for a training. */
    public record Ask(String training, Unit department) {}

    /** Earlier {@code requestedOn} first, then earlier {@code arrangedOn}; one not arranged comes last. */
    @Override
    public int compareTo(TrainerRequest other) {
        return FIRST_ASKED_FIRST.compare(this, other);
    }

    TrainerRequest seenOn(LocalDate day) {
        return new TrainerRequest(training, scheduledOn, department, requestedOn, Seen.on(arrangedOn, day));
    }
}
