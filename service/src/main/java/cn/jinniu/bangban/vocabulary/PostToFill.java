package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty to have somebody in a post from a day on.
 *
 * @param duty the duty, without due day and evidence yet
 * @param appointments those to the post that had not ended by {@code since}, ended ones included
 * @param since the day from which somebody is needed
 * @param days working days that may pass until then somebody is there
 */
public record PostToFill(Duty duty, Appointments appointments, LocalDate since, int days) {
    /** Whether somebody is in the post. */
    public boolean filled() {
        return !appointments.current().isEmpty();
    }

    /** Whether somebody was in the post since that day and all have left. */
    public boolean vacated() {
        return !appointments.isEmpty() && !filled();
    }

    /** Whether nobody has been in the post since that day. */
    public boolean neverFilled() {
        return appointments.isEmpty();
    }

    public @Nullable LocalDate firstAppointedOn() {
        return appointments.firstAppointedOn();
    }

    public @Nullable LocalDate lastEndedOn() {
        return appointments.lastEndedOn();
    }
}
