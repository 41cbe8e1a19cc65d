package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.DifficultyKind;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.Matter;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random facts about projects. */
final class RandomFacts {
    private final Chance chance;
    private final RandomDays days;
    private final RandomNames names;
    private final RandomUnits units;
    private final Map<String, Set<String>> taken = new HashMap<>();

    RandomFacts(Chance chance, RandomDays days, RandomNames names, RandomUnits units) {
        this.chance = chance;
        this.days = days;
        this.names = names;
        this.units = units;
    }

    private String id(String prefix) {
        return names.id(prefix, taken.computeIfAbsent(prefix, key -> new HashSet<>()));
    }

    /** @param project null for an appointment to a unit at large */
    Appointment appointment(@Nullable Project project) {
        LocalDate appointedOn = days.event();
        LocalDate endedOn = chance.maybe(35, () -> days.after(appointedOn));
        List<LocalDate> marks = project == null ? List.of() : marks(project);
        if (!marks.isEmpty() && endedOn != null && chance.percent(40)) {
            // The last commissioner leaves on the very day a duty begins, or a year ago.
            LocalDate mark = chance.of(marks);
            return appointment(project, mark.minusDays(chance.between(0, 60)), mark);
        }
        return appointment(project, appointedOn, endedOn);
    }

    private List<LocalDate> marks(Project project) {
        List<LocalDate> marks = new ArrayList<>(List.of(days.asOf.minusDays(365), days.asOf.minusDays(364)));
        project.listings().forEach(listing -> marks.add(listing.issuedOn()));
        Stream.of(project.landContractSignedOn(), project.landAllocatedOn(), project.majorInvestmentRecognisedOn())
                .filter(Objects::nonNull)
                .forEach(marks::add);
        return marks;
    }

    private Appointment appointment(@Nullable Project project, LocalDate appointedOn, @Nullable LocalDate endedOn) {
        return new Appointment(
                id("A-"),
                names.person(),
                project == null ? units.leader() : units.of(project),
                project == null ? null : project.id(),
                chance.of(Role.PRIMARY, Role.PRIMARY, Role.BACKUP),
                chance.percent(40),
                appointedOn,
                endedOn);
    }

    OwnerContact contact(Project project) {
        return new OwnerContact(id("C-"), project.id(), chance.maybe(50, names::person), days.event());
    }

    ServiceRequest request(Project project) {
        LocalDate receivedOn = days.event();
        return new ServiceRequest(
                id("Q-"),
                project.id(),
                chance.maybe(60, names::person),
                receivedOn,
                chance.some(0, 3, () -> chance.of(Matter.values())),
                step(receivedOn),
                step(receivedOn),
                step(receivedOn),
                step(receivedOn));
    }

    /** A day something was done after another, or just as well before it, or not at all. */
    private @Nullable LocalDate step(LocalDate from) {
        return chance.maybe(65, () -> chance.percent(85) ? days.after(from) : days.event());
    }

    Approval approval(Project project) {
        LocalDate acceptedOn = days.event();
        boolean committed = chance.percent(70);
        return new Approval(
                id("V-"),
                project.id(),
                chance.maybe(40, names::title),
                units.department(),
                committed ? ApprovalKind.COMMITMENT : ApprovalKind.IMMEDIATE,
                chance.percent(70),
                acceptedOn,
                committed ? Integer.valueOf(commitment()) : null,
                committed && chance.percent(55) ? chance.some(1, 3, () -> suspension(acceptedOn)) : List.of(),
                step(acceptedOn),
                step(acceptedOn),
                chance.maybe(45, () -> days.after(acceptedOn)));
    }

    private int commitment() {
        return chance.percent(85) ? chance.between(1, 15) : chance.between(1, 365);
    }

    private Suspension suspension(LocalDate acceptedOn) {
        LocalDate from = chance.percent(75) ? acceptedOn.plusDays(chance.between(-2, 20)) : days.event();
        return new Suspension(
                from,
                chance.maybe(70, () -> chance.percent(70) ? from.plusDays(chance.between(0, 10)) : days.after(from)));
    }

    Difficulty difficulty(Project project) {
        LocalDate raisedOn = days.event();
        return new Difficulty(
                id("F-"),
                project.id(),
                chance.of(DifficultyKind.values()),
                chance.some(0, 3, () -> chance.percent(50) ? units.of(project) : units.department()),
                raisedOn,
                chance.maybe(35, () -> step(raisedOn)),
                step(raisedOn),
                chance.maybe(45, () -> days.after(raisedOn)));
    }

    /** @param project null for a report that is about no project */
    Report report(@Nullable Project project) {
        YearMonth month = days.month();
        LocalDate submittedOn = days.reportOf(month);
        ReportKind kind = project == null
                ? chance.of(ReportKind.SERVICE, ReportKind.EVIDENCE)
                : chance.of(ReportKind.SERVICE, ReportKind.EVIDENCE, ReportKind.PROGRESS, ReportKind.PROGRESS);
        Unit unit = project == null ? units.leader() : units.of(project);
        boolean more = chance.percent(10);
        return new Report(
                id("R-"),
                kind,
                kind == ReportKind.SERVICE || more ? names.person() : null,
                kind != ReportKind.SERVICE || more ? unit : null,
                project != null && (kind == ReportKind.PROGRESS || more) ? project.id() : null,
                month,
                submittedOn);
    }

    /** The same report handed in again under another id, on another day or the same. */
    Report again(Report report) {
        return new Report(
                id("R-"),
                report.kind(),
                report.commissioner(),
                report.unit(),
                report.project(),
                report.month(),
                chance.percent(30) ? report.submittedOn() : days.reportOf(report.month()));
    }

    /** Visits that follow up some of the SERVICE reports, some of them paid by the reporting person. */
    List<FollowUpVisit> visits(List<Report> reports) {
        List<FollowUpVisit> visits = new ArrayList<>();
        for (Report report : reports) {
            if (report.kind() == ReportKind.SERVICE && chance.percent(60)) {
                visits.addAll(chance.some(1, 2, () -> visit(report)));
            }
        }
        return visits;
    }

    private FollowUpVisit visit(Report report) {
        LocalDate visitedOn = chance.percent(90) ? days.after(report.submittedOn()) : days.event();
        return new FollowUpVisit(
                id("W-"),
                report.id(),
                chance.percent(25) ? report.commissioner() : names.person(),
                visitedOn,
                chance.maybe(65, () -> days.after(visitedOn)));
    }
}
