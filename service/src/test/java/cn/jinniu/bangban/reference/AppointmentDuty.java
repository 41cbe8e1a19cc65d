package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a unit must have appointed somebody, and when it did (§4, appointment duty). */
record AppointmentDuty(DueDay due, @Nullable LocalDate evidence) {

    /**
     * @param counting the visible appointments that count
     * @param trigger the day the duty arises
     * @param n working days it leaves
     */
    static AppointmentDuty of(
            List<Appointment> counting, LocalDate trigger, int n, AsOf asOf, ReferenceCalendar calendar) {
        LocalDate earliest = null;
        LocalDate lastEnd = null;
        boolean current = false;
        for (Appointment appointment : counting) {
            LocalDate ended = asOf.seen(appointment.endedOn());
            if (ended != null && !ended.isAfter(trigger)) {
                continue;
            }
            earliest = Days.earlier(earliest, appointment.appointedOn());
            if (ended == null) {
                current = true;
            } else {
                lastEnd = lastEnd == null ? ended : Days.later(lastEnd, ended);
            }
        }
        if (!current && lastEnd != null) {
            return new AppointmentDuty(calendar.dueAfter(lastEnd, n), null);
        }
        return new AppointmentDuty(calendar.dueAfter(trigger, n), current ? earliest : null);
    }
}
