package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records that answer as others do, and tell which facts they found: for explanations. */
public final class WatchedRecords extends Records {
    private final CaseFile seen;
    private final Consumer<LookUp> told;

    /** @param seen the as-of view of the facts */
    public WatchedRecords(CaseFile seen, Consumer<LookUp> told) {
        super(seen);
        this.seen = seen;
        this.told = told;
    }

    @Override
    Appointments appointments(List<Appointment> found) {
        return new WatchedAppointments(found, told);
    }

    @Override
    public @Nullable LocalDate firstContact(String project, LocalDate from) {
        return tell(
                "firstContact",
                List.of(project, from),
                seen.ownerContacts(),
                contact -> contact.project().equals(project)
                        && !contact.contactedOn().isBefore(from),
                OwnerContact::contactedOn,
                super.firstContact(project, from));
    }

    @Override
    public @Nullable LocalDate firstServiceReport(String commissioner, YearMonth month) {
        return tell(
                "firstServiceReport",
                List.of(commissioner, month),
                seen.reports(),
                report -> ofService(report, commissioner, month),
                Report::submittedOn,
                super.firstServiceReport(commissioner, month));
    }

    @Override
    public @Nullable LocalDate firstEvidenceReport(Unit unit, YearMonth month) {
        return tell(
                "firstEvidenceReport",
                List.of(unit, month),
                seen.reports(),
                report -> of(report, ReportKind.EVIDENCE, unit, month),
                Report::submittedOn,
                super.firstEvidenceReport(unit, month));
    }

    @Override
    public @Nullable LocalDate firstProgressReport(Unit unit, String project, YearMonth month) {
        return tell(
                "firstProgressReport",
                List.of(unit, project, month),
                seen.reports(),
                report -> of(report, ReportKind.PROGRESS, unit, month) && Objects.equals(report.project(), project),
                Report::submittedOn,
                super.firstProgressReport(unit, project, month));
    }

    @Override
    public @Nullable LocalDate firstVisitByAnother(String commissioner, YearMonth month) {
        Set<String> reports = seen.reports().stream()
                .filter(report -> ofService(report, commissioner, month))
                .map(Report::id)
                .collect(Collectors.toCollection(HashSet::new));
        return tell(
                "firstVisitByAnother",
                List.of(commissioner, month),
                seen.followUpVisits(),
                visit -> reports.contains(visit.report()) && !visit.visitor().equals(commissioner),
                FollowUpVisit::visitedOn,
                super.firstVisitByAnother(commissioner, month));
    }

    @Override
    public @Nullable LocalDate firstTrainingPlan(int year) {
        return tell(
                "firstTrainingPlan",
                List.of(year),
                seen.district() == null ? List.of() : seen.district().trainingPlans(),
                plan -> plan.year() == year,
                TrainingPlan::issuedOn,
                super.firstTrainingPlan(year));
    }

    @Override
    public @Nullable LocalDate firstTrainingHeld(LocalDate from, LocalDate to) {
        return tell(
                "firstTrainingHeld",
                List.of(from, to),
                seen.district() == null ? List.of() : seen.district().trainings(),
                training -> {
                    LocalDate held = Days.notBefore(training.heldOn(), from);
                    return held != null && !held.isAfter(to);
                },
                training -> Objects.requireNonNull(training.heldOn()),
                super.firstTrainingHeld(from, to));
    }

    @Override
    public @Nullable LocalDate firstBulletin(YearMonth month) {
        return tell(
                "firstBulletin",
                List.of(month),
                seen.district() == null ? List.of() : seen.district().bulletins(),
                bulletin -> bulletin.month().equals(month),
                Bulletin::issuedOn,
                super.firstBulletin(month));
    }

    private static boolean ofService(Report report, String commissioner, YearMonth month) {
        return report.kind() == ReportKind.SERVICE
                && commissioner.equals(report.commissioner())
                && report.month().equals(month);
    }

    private static boolean of(Report report, ReportKind kind, Unit unit, YearMonth month) {
        return report.kind() == kind
                && unit.equals(report.unit())
                && report.month().equals(month);
    }

    private <T> @Nullable LocalDate tell(
            String asked,
            List<Object> by,
            List<T> facts,
            Predicate<T> counts,
            Function<T, LocalDate> day,
            @Nullable LocalDate result) {
        List<T> found =
                facts.stream().filter(counts).sorted(Comparator.comparing(day)).toList();
        told.accept(new LookUp(asked, by, found, result));
        return result;
    }
}
