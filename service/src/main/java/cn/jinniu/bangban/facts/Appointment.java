package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One commissioner's appointment to a project, or to a unit at large.
 *
 * @param commissioner the person's id
 * @param unit the unit that appointed the person
 * @param project id of the project, null for an appointment to the unit at large
 * @param dedicated whether the person does nothing but serve key projects
 * @param appointedOn first day in the post
 * @param endedOn first day no longer in the post, null while in it
 */
public record Appointment(
        String id,
        String commissioner,
        Unit unit,
        @Nullable String project,
        Role role,
        boolean dedicated,
        LocalDate appointedOn,
        @Nullable LocalDate endedOn)
        implements Comparable<Appointment> {

    /** First day no longer in the post, or the end of time while in it: {@code inPostUntil > day} says in post on a day. */
    public LocalDate inPostUntil() {
        return endedOn == null ? LocalDate.MAX : endedOn;
    }

    @SuppressWarnings("ReferenceEquality") // Seen.on gives back the very date it is given, or null
    Appointment seenOn(LocalDate day) {
        LocalDate ended = Seen.on(endedOn, day);
        return ended == endedOn
                ? this
                : new Appointment(id, commissioner, unit, project, role, dedicated, appointedOn, null);
    }

    /** Earlier {@code appointedOn} first, then smaller id: who comes first is who counts. */
    @Override
    public int compareTo(Appointment other) {
        int byDay = appointedOn.compareTo(other.appointedOn);
        return byDay != 0 ? byDay : CodePoints.ORDER.compare(id, other.id);
    }
}
