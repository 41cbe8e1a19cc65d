package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Appointments that tell what is asked of them. */
final class WatchedAppointments extends Appointments {
    private final Consumer<LookUp> told;

    WatchedAppointments(List<Appointment> all, Consumer<LookUp> told) {
        super(all);
        this.told = told;
    }

    @Override
    Appointments some(List<Appointment> found) {
        return new WatchedAppointments(found, told);
    }

    @Override
    public @Nullable LocalDate firstAppointedOn() {
        LocalDate first = super.firstAppointedOn();
        told.accept(new LookUp(
                "firstAppointedOn", List.of(), list().stream().sorted().toList(), first));
        return first;
    }

    @Override
    public @Nullable LocalDate lastEndedOn() {
        LocalDate last = super.lastEndedOn();
        Comparator<Appointment> lastFirst = Comparator.comparing(Appointment::inPostUntil);
        told.accept(new LookUp(
                "lastEndedOn",
                List.of(),
                list().stream().sorted(lastFirst.reversed()).toList(),
                last));
        return last;
    }
}
