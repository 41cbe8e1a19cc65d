package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The monthly reports on key projects, active or not: PROGRESS (§4), SERVICE and EVIDENCE (§6). */
final class PeriodicDuties {
    private final AsOf asOf;
    private final List<ReportMonth> months;
    private final ReportIndex reports;
    private final DutyBook book;

    PeriodicDuties(AsOf asOf, List<ReportMonth> months, ReportIndex reports, DutyBook book) {
        this.asOf = asOf;
        this.months = months;
        this.reports = reports;
        this.book = book;
    }

    void about(CaseView view) {
        for (ReportMonth month : months) {
            Set<Unit> mustEvidence = new HashSet<>();
            for (ProjectView project : view.projects.values()) {
                if (owedIn(month, project)) {
                    progress(month, project);
                    if (evidenceClause(project.owner.unit()) != null) {
                        mustEvidence.add(project.owner.unit());
                    }
                }
            }
            mustEvidence.forEach(unit -> evidence(month, unit));
            service(month, view);
        }
    }

    private static boolean owedIn(ReportMonth month, ProjectView project) {
        return project.key()
                && !project.keySince().isAfter(month.materialsDue().day())
                && project.openIn(month.first());
    }

    private void progress(ReportMonth month, ProjectView project) {
        Unit owner = project.owner.unit();
        String tracking = project.owner.trackingClause();
        if (owner != null && tracking != null) {
            progress(month, project, owner, tracking);
        }
        for (Unit enterprise : project.enterprises()) {
            progress(month, project, enterprise, "4.9");
        }
    }

    private void progress(ReportMonth month, ProjectView project, Unit bearer, String clause) {
        book.duty("PROGRESS_REPORT", clause, bearer.id(), "project", project.id())
                .period(month.period())
                .due(month.materialsDue(), reports.progressed(bearer, project.id(), month.month()));
    }

    private static @Nullable String evidenceClause(@Nullable Unit owner) {
        if (owner == null) {
            return null;
        }
        return switch (owner.kind()) {
            case FUNCTIONAL_ZONE -> "4.7c";
            case SUBDISTRICT -> "4.8c";
            case DEPARTMENT, ENTERPRISE, OFFICE -> null;
        };
    }

    private void evidence(ReportMonth month, Unit unit) {
        book.duty("EVIDENCE_REPORT", evidenceClause(unit), unit.id(), "unit", unit.id())
                .period(month.period())
                .due(month.materialsDue(), reports.evidenced(unit, month.month()));
    }

    private void service(ReportMonth month, CaseView view) {
        Map<String, Appointment> carryingOf = new HashMap<>();
        CaseFile facts = view.facts;
        for (Appointment appointment : facts.appointments()) {
            if (carrying(appointment, month, view)) {
                carryingOf.merge(
                        appointment.commissioner(), appointment, (a, b) -> Order.SENIORITY.compare(a, b) <= 0 ? a : b);
            }
        }
        carryingOf.forEach((person, appointment) -> book.duty(
                        "SERVICE_REPORT", "3.5.3", appointment.unit().id(), "commissioner", person)
                .assignee(person)
                .period(month.period())
                .due(month.monthEndDue(), reports.served(person, month.month())));
    }

    private boolean carrying(Appointment appointment, ReportMonth month, CaseView view) {
        LocalDate due = month.monthEndDue().day();
        if (appointment.role() != Role.PRIMARY
                || appointment.project() == null
                || !asOf.shows(appointment.appointedOn())
                || appointment.appointedOn().isAfter(due)) {
            return false;
        }
        LocalDate ended = asOf.seen(appointment.endedOn());
        if (ended != null && !ended.isAfter(due)) {
            return false;
        }
        ProjectView project = view.projects.get(appointment.project());
        LocalDate since = project.responsibleSince();
        return since != null && !since.isAfter(due) && project.openIn(month.first());
    }
}
