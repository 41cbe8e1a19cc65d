package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.lint.GivenFacts;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.vocabulary.AsOf;
import cn.jinniu.bangban.vocabulary.ReportingMonth;
import cn.jinniu.bangban.vocabulary.ReportingQuarter;
import cn.jinniu.bangban.vocabulary.ReportingYear;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts that rules match on, from the as-of view of a case file. */
final class WorkingMemoryFacts {
    /** What all of it is: the one day decided for and the one district, the periods, and what a case holds any number of. */
    static final GivenFacts TYPES = new GivenFacts(
            Set.of(
                    AsOf.class,
                    Project.class,
                    Listing.class,
                    Appointment.class,
                    OwnerContact.class,
                    ServiceRequest.class,
                    Approval.class,
                    Difficulty.class,
                    Report.class,
                    FollowUpVisit.class,
                    District.class,
                    KeyProjectList.class,
                    TrainingPlan.class,
                    Training.class,
                    TrainerRequest.class,
                    Bulletin.class,
                    ReportingMonth.class,
                    ReportingQuarter.class,
                    ReportingYear.class),
            Set.of(AsOf.class, District.class),
            Set.of(ReportingMonth.class, ReportingQuarter.class, ReportingYear.class));

    private WorkingMemoryFacts() {}

    static void of(CaseFile seen, Consumer<Object> memory) {
        memory.accept(new AsOf(seen.asOf(), seen.reportingFrom()));
        for (Project project : seen.projects()) {
            memory.accept(project);
            project.listings().forEach(memory);
        }
        seen.appointments().forEach(memory);
        seen.ownerContacts().forEach(memory);
        seen.serviceRequests().forEach(memory);
        seen.approvals().forEach(memory);
        seen.difficulties().forEach(memory);
        seen.reports().forEach(memory);
        seen.followUpVisits().forEach(memory);
        district(seen.district(), memory);
        periods(seen, memory);
    }

    private static void district(@Nullable District district, Consumer<Object> memory) {
        if (district == null) {
            return;
        }
        memory.accept(district);
        district.keyProjectLists().forEach(memory);
        district.trainingPlans().forEach(memory);
        for (Training training : district.trainings()) {
            memory.accept(training);
            training.trainers().forEach(memory);
        }
        district.bulletins().forEach(memory);
    }

    /** Each month, quarter and year from the one of the first reporting month to the one of the day decided for. */
    private static void periods(CaseFile seen, Consumer<Object> memory) {
        YearMonth last = YearMonth.from(seen.asOf());
        int quarter = 0;
        int year = 0;
        for (YearMonth month = seen.reportingFrom(); !month.isAfter(last); month = month.plusMonths(1)) {
            memory.accept(new ReportingMonth(month));
            int itsQuarter = (month.getMonthValue() + 2) / 3;
            if (itsQuarter != quarter || month.getYear() != year) {
                memory.accept(new ReportingQuarter(month.getYear(), itsQuarter));
            }
            if (month.getYear() != year) {
                memory.accept(new ReportingYear(month.getYear()));
            }
            quarter = itsQuarter;
            year = month.getYear();
        }
    }
}
