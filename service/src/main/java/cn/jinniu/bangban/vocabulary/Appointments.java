package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some of the appointments known on the day decided for, to be narrowed down word by word. Immutable. */
public class Appointments {
    static final Appointments NONE = new Appointments(List.of());

    private final List<Appointment> all;

    Appointments(List<Appointment> all) {
        this.all = all;
    }

    /** Those made by a unit. */
    public Appointments of(Unit unit) {
        return where(appointment -> appointment.unit().equals(unit));
    }

    /** Those that make a person the commissioner. */
    public Appointments primary() {
        return where(appointment -> appointment.role() == Role.PRIMARY);
    }

    /** Those that make a person the stand-in. */
    public Appointments backup() {
        return where(appointment -> appointment.role() == Role.BACKUP);
    }

    /** Those of persons who do nothing but serve key projects. */
    public Appointments dedicated() {
        return where(Appointment::dedicated);
    }

    /** Those that have not ended. */
    public Appointments current() {
        return where(appointment -> appointment.endedOn() == null);
    }

    /** Those that had not ended by a day: without an end, or with a later one. */
    public Appointments notEndedBy(LocalDate day) {
        return where(appointment ->
                appointment.endedOn() == null || appointment.endedOn().isAfter(day));
    }

    /** Those whose holder holds none of the others. */
    public Appointments notHeldByHoldersOf(Appointments others) {
        return where(appointment -> !others.areHeldBy(appointment.commissioner()));
    }

    private boolean areHeldBy(String person) {
        for (Appointment appointment : all) {
            if (appointment.commissioner().equals(person)) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Appointment> list() {
        return all;
    }

    /** The earliest day somebody was appointed, null when there is none of these. */
    public @Nullable LocalDate firstAppointedOn() {
        LocalDate first = null;
        for (Appointment appointment : all) {
            first = Days.earlier(first, appointment.appointedOn());
        }
        return first;
    }

    /** The latest day somebody left, null when nobody did. */
    public @Nullable LocalDate lastEndedOn() {
        LocalDate last = null;
        for (Appointment appointment : all) {
            LocalDate ended = appointment.endedOn();
            if (ended != null && (last == null || ended.isAfter(last))) {
                last = ended;
            }
        }
        return last;
    }

    private Appointments where(Predicate<Appointment> wanted) {
        List<Appointment> found = new ArrayList<>(all.size());
        for (Appointment appointment : all) {
            if (wanted.test(appointment)) {
                found.add(appointment);
            }
        }
        return found.size() == all.size() ? this : some(found);
    }

    /** Some of these. */
    Appointments some(List<Appointment> found) {
        return found.isEmpty() ? NONE : new Appointments(found);
    }
}
