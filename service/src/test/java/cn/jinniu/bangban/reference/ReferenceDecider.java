package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides a request as the policy says, in plain Java: what the rules must agree with, and the least a decision costs.
 *
 * <p>The policy's numbers are its defaults, whatever the day. {@code rule} is empty, subjects have no names, and
 * {@code ruleset} and {@code version} are {@code "reference"}. Immutable; safe to call from many threads.
 */
public final class ReferenceDecider {
    private final Map<String, Unit> units;
    private final Map<String, Unit> sectorDepartments;
    private final ReferenceCalendar calendar;

    /**
     * @param units the directory, by id
     * @param sectorDepartments id of each sector's department
     */
    public ReferenceDecider(
            Map<String, Unit> units, Map<String, String> sectorDepartments, ReferenceCalendar calendar) {
        this.units = Map.copyOf(units);
        Map<String, Unit> departments = new HashMap<>();
        sectorDepartments.forEach((sector, department) -> departments.put(sector, this.units.get(department)));
        this.sectorDepartments = Map.copyOf(departments);
        this.calendar = calendar;
    }

    public Decision decide(CaseFile facts) {
        CaseView view = new CaseView(facts, sectorDepartments);
        AsOf asOf = view.asOf;
        List<ReportMonth> months = ReportMonth.of(facts, calendar);
        ReportIndex reports = new ReportIndex(facts, asOf);

        Determinations determinations = new Determinations(asOf);
        DutyBook book = new DutyBook(asOf);
        Alerts alerts = new Alerts(asOf, calendar);

        ProjectDuties projectDuties = new ProjectDuties(asOf, calendar, book);
        ServiceDuties serviceDuties = new ServiceDuties(calendar, book);
        ApprovalDuties approvalDuties = new ApprovalDuties(asOf, calendar, book);
        DifficultyDuties difficultyDuties = new DifficultyDuties(asOf, calendar, units, determinations, book);
        for (ProjectView project : view.projects.values()) {
            determinations.about(project);
            boolean commissionerBound = false;
            if (project.active()) {
                commissionerBound = projectDuties.about(project);
                serviceDuties.about(project);
                approvalDuties.about(project);
                difficultyDuties.about(project);
            }
            alerts.about(project, commissionerBound);
        }
        new PeriodicDuties(asOf, months, reports, book).about(view);
        new DedicatedDuties(asOf, calendar, book).about(view);
        new FollowUpDuties(asOf, calendar, book).about(facts, reports);
        if (facts.district() != null) {
            new DistrictDuties(asOf, calendar, book).about(facts, facts.district(), months);
        }
        alerts.about(book.obligations(), determinations.found());
        return inOrder(facts, determinations.found(), book.obligations(), alerts.raised());
    }

    private static Decision inOrder(
            CaseFile facts, List<Determination> determinations, List<Obligation> obligations, List<Alert> alerts) {
        determinations.sort(Order.ofAnswers(Determination::code, Determination::subject, determination -> ""));
        obligations.sort(Order.ofAnswers(Obligation::code, Obligation::subject, Obligation::id));
        alerts.sort(Order.ofAnswers(Alert::code, Alert::subject, Alert::id));
        return new Decision(facts.asOf(), "reference", "reference", determinations, obligations, alerts);
    }
}
