package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, among the facts known on the day decided for, those that a rule takes as evidence. Each look-up is by
 * equality on an index, so its cost does not grow with the case file. For one decision, on one thread.
 */
public class Records {
    private final Map<String, List<Appointment>> appointmentsByProject;
    private final Map<Unit, List<Appointment>> appointmentsByUnit;
    private final Map<String, List<OwnerContact>> contactsByProject;
    private final Map<ReportKey, LocalDate> firstReports = new HashMap<>();
    private final Map<ReportKey, LocalDate> firstVisits = new HashMap<>();
    private final List<TrainingPlan> trainingPlans;
    private final List<Training> trainings;
    private final Map<YearMonth, LocalDate> firstBulletins = new HashMap<>();

    private record ReportKey(
            ReportKind kind,
            @Nullable String commissioner,
            @Nullable Unit unit,
            @Nullable String project,
            YearMonth month) {}

    /** @param seen the as-of view of the facts */
    public Records(CaseFile seen) {
        appointmentsByProject = index(seen.appointments(), Appointment::project);
        appointmentsByUnit = index(seen.appointments(), Appointment::unit);
        contactsByProject = index(seen.ownerContacts(), OwnerContact::project);
        indexReports(seen);
        trainingPlans = seen.district() == null ? List.of() : seen.district().trainingPlans();
        trainings = seen.district() == null ? List.of() : seen.district().trainings();
        if (seen.district() != null) {
            for (Bulletin bulletin : seen.district().bulletins()) {
                firstBulletins.merge(bulletin.month(), bulletin.issuedOn(), Days::earlier);
            }
        }
    }

    private void indexReports(CaseFile seen) {
        Map<String, Report> serviceReports = new HashMap<>();
        for (Report report : seen.reports()) {
            // Which of its fields a report is looked up by depends on its kind; the others are for the record.
            ReportKey key = switch (report.kind()) {
                case SERVICE -> serviceKey(report);
                case EVIDENCE -> new ReportKey(report.kind(), null, report.unit(), null, report.month());
                case PROGRESS -> new ReportKey(report.kind(), null, report.unit(), report.project(), report.month());
            };
            firstReports.merge(key, report.submittedOn(), Days::earlier);
            if (report.kind() == ReportKind.SERVICE) {
                serviceReports.put(report.id(), report);
            }
        }
        for (FollowUpVisit visit : seen.followUpVisits()) {
            Report report = serviceReports.get(visit.report());
            if (report != null && !visit.visitor().equals(report.commissioner())) {
                firstVisits.merge(serviceKey(report), visit.visitedOn(), Days::earlier);
            }
        }
    }

    private static ReportKey serviceKey(Report report) {
        return new ReportKey(ReportKind.SERVICE, report.commissioner(), null, null, report.month());
    }

    /** All appointments to a project. */
    public Appointments appointmentsTo(String project) {
        List<Appointment> found = appointmentsByProject.get(project);
        return appointments(found == null ? List.of() : found);
    }

    /** All appointments a unit has made, to any project or to none. */
    public Appointments appointmentsBy(Unit unit) {
        List<Appointment> found = appointmentsByUnit.get(unit);
        return appointments(found == null ? List.of() : found);
    }

    Appointments appointments(List<Appointment> found) {
        return found.isEmpty() ? Appointments.NONE : new Appointments(found);
    }

    /** The earliest contact with a project's owner on {@code from} or later, null when there is none. */
    public @Nullable LocalDate firstContact(String project, LocalDate from) {
        LocalDate first = null;
        for (OwnerContact contact : contactsByProject.getOrDefault(project, List.of())) {
            first = Days.earlier(first, Days.notBefore(contact.contactedOn(), from));
        }
        return first;
    }

    /** The day a commissioner first reported on a month's service, null when not yet. */
    public @Nullable LocalDate firstServiceReport(String commissioner, YearMonth month) {
        return firstReports.get(new ReportKey(ReportKind.SERVICE, commissioner, null, null, month));
    }

    /** The day a unit first handed in a month's evidence, null when not yet. */
    public @Nullable LocalDate firstEvidenceReport(Unit unit, YearMonth month) {
        return firstReports.get(new ReportKey(ReportKind.EVIDENCE, null, unit, null, month));
    }

    /** The day a unit first reported a project's progress of a month, null when not yet. */
    public @Nullable LocalDate firstProgressReport(Unit unit, String project, YearMonth month) {
        return firstReports.get(new ReportKey(ReportKind.PROGRESS, null, unit, project, month));
    }

    /** The day somebody else first followed up a commissioner's reports on a month's service, null when not yet. */
    public @Nullable LocalDate firstVisitByAnother(String commissioner, YearMonth month) {
        return firstVisits.get(new ReportKey(ReportKind.SERVICE, commissioner, null, null, month));
    }

    /** The day a year's first training plan was issued, null when not yet. */
    public @Nullable LocalDate firstTrainingPlan(int year) {
        LocalDate first = null;
        for (TrainingPlan plan : trainingPlans) {
            if (plan.year() == year) {
                first = Days.earlier(first, plan.issuedOn());
            }
        }
        return first;
    }

    /** The day of the first training held between two days, both inclusive; null when none was. */
    public @Nullable LocalDate firstTrainingHeld(LocalDate from, LocalDate to) {
        LocalDate first = null;
        for (Training training : trainings) {
            LocalDate held = Days.notBefore(training.heldOn(), from);
            if (held != null && !held.isAfter(to)) {
                first = Days.earlier(first, held);
            }
        }
        return first;
    }

    /** The day the first bulletin about a month was issued, null when not yet. */
    public @Nullable LocalDate firstBulletin(YearMonth month) {
        return firstBulletins.get(month);
    }

    private static <K, T> Map<K, List<T>> index(List<T> facts, Function<T, @Nullable K> key) {
        Map<K, List<T>> index = new HashMap<>();
        for (T fact : facts) {
            K at = key.apply(fact);
            if (at != null) {
                index.computeIfAbsent(at, absent -> new ArrayList<>(4)).add(fact);
            }
        }
        return index;
    }
}
