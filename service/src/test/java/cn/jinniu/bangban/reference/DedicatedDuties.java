package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The duty of every unit involved in an active project to have a dedicated commissioner (§6). */
final class DedicatedDuties {
    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    DedicatedDuties(AsOf asOf, ReferenceCalendar calendar, DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.book = book;
    }

    void about(CaseView view) {
        Map<Unit, LocalDate> involvedSince = new HashMap<>();
        for (ProjectView project : view.projects.values()) {
            if (project.active()) {
                involve(project, involvedSince);
            }
        }
        Map<Unit, List<Appointment>> dedicated = new HashMap<>();
        for (Appointment appointment : view.facts.appointments()) {
            if (appointment.dedicated() && asOf.shows(appointment.appointedOn())) {
                dedicated
                        .computeIfAbsent(appointment.unit(), unit -> new ArrayList<>())
                        .add(appointment);
            }
        }
        involvedSince.forEach((unit, since) -> {
            if (!unit.id().equals("service-room")) {
                AppointmentDuty found = AppointmentDuty.of(
                        dedicated.getOrDefault(unit, List.of()), since, Limits.DESIGNATE_DEDICATED, asOf, calendar);
                book.duty("DESIGNATE_DEDICATED", "3.4.3", unit.id(), "unit", unit.id())
                        .due(found.due(), found.evidence());
            }
        });
    }

    private static void involve(ProjectView view, Map<Unit, LocalDate> involvedSince) {
        LocalDate since = view.keySince();
        involve(view.owner.unit(), since, involvedSince);
        involve(view.project.functionalZone(), since, involvedSince);
        involve(view.project.subdistrict(), since, involvedSince);
        involve(view.project.enterprise(), since, involvedSince);
        involve(view.sectorDepartment, since, involvedSince);
        for (Approval approval : view.approvals) {
            involve(approval.department(), Days.later(since, approval.acceptedOn()), involvedSince);
        }
    }

    private static void involve(@Nullable Unit unit, LocalDate since, Map<Unit, LocalDate> involvedSince) {
        if (unit != null) {
            involvedSince.merge(unit, since, Days::earlier);
        }
    }
}
