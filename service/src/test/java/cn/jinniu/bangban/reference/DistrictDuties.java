package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** District-wide duties (§6). */
final class DistrictDuties {
    private static final String ROOM = "service-room";

    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    DistrictDuties(AsOf asOf, ReferenceCalendar calendar, DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.book = book;
    }

    void about(CaseFile facts, District district, List<ReportMonth> months) {
        YearMonth from = facts.reportingFrom();
        provideLists(district, from.getYear());
        drawUpPlans(district, from.getYear());
        holdTrainings(district, from);
        arrangeTrainers(district);
        issueBulletins(district, months);
        district("RUN_SERVICE_ROOM", "4.5a", "approval-bureau").standing();
    }

    private DutyBook.Entry district(String code, String clause, String bearer) {
        return book.duty(code, clause, bearer, "district", "510106");
    }

    private void provideLists(District district, int fromYear) {
        for (KeyProjectList list : district.keyProjectLists()) {
            if (list.year() >= fromYear && asOf.shows(list.issuedOn())) {
                String id = list.level().name() + '-' + list.year();
                book.duty("PROVIDE_PROJECT_LIST", "4.1a", "development-reform-bureau", "keyProjectList", id)
                        .due(calendar.dueAfter(list.issuedOn(), Limits.PROVIDE_PROJECT_LIST), list.providedToRoomOn());
            }
        }
    }

    private void drawUpPlans(District district, int fromYear) {
        Map<Integer, LocalDate> issued = new HashMap<>();
        for (TrainingPlan plan : district.trainingPlans()) {
            if (asOf.shows(plan.issuedOn())) {
                issued.merge(plan.year(), plan.issuedOn(), Days::earlier);
            }
        }
        for (int year = fromYear; year <= asOf.year(); year++) {
            district("DRAW_UP_TRAINING_PLAN", "3.4.4", ROOM)
                    .period(String.valueOf(year))
                    .due(DueDay.fixed(LocalDate.of(year, Month.MARCH, 31)), issued.get(year));
        }
    }

    private void holdTrainings(District district, YearMonth from) {
        Map<YearMonth, LocalDate> held = new HashMap<>();
        for (Training training : district.trainings()) {
            LocalDate day = asOf.seen(training.heldOn());
            if (day != null) {
                held.merge(quarter(YearMonth.from(day)), day, Days::earlier);
            }
        }
        YearMonth last = quarter(YearMonth.from(asOf.day()));
        for (YearMonth quarter = quarter(from); !quarter.isAfter(last); quarter = quarter.plusMonths(3)) {
            district("HOLD_TRAINING", "3.4.4", ROOM)
                    .period(quarter.getYear() + "-Q" + quarter.get(IsoFields.QUARTER_OF_YEAR))
                    .due(DueDay.fixed(quarter.plusMonths(2).atEndOfMonth()), held.get(quarter));
        }
    }

    /** The first month of a month's quarter, which stands for the quarter. */
    private static YearMonth quarter(YearMonth month) {
        return month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private void arrangeTrainers(District district) {
        Comparator<TrainerRequest> counts = Comparator.comparing(TrainerRequest::requestedOn)
                .thenComparing(
                        request -> asOf.seen(request.arrangedOn()), Comparator.nullsLast(Comparator.naturalOrder()));
        for (Training training : district.trainings()) {
            Map<Unit, TrainerRequest> requests = new HashMap<>();
            for (TrainerRequest request : training.trainers()) {
                if (asOf.shows(request.requestedOn())) {
                    requests.merge(request.department(), request, (a, b) -> counts.compare(a, b) <= 0 ? a : b);
                }
            }
            requests.forEach((department, request) -> book.duty(
                            "ARRANGE_TRAINER", "3.4.5", department.id(), "training", training.id())
                    .due(trainerDue(training, request), request.arrangedOn()));
        }
    }

    private DueDay trainerDue(Training training, TrainerRequest request) {
        return training.scheduledOn() != null
                ? DueDay.fixed(training.scheduledOn())
                : calendar.dueAfter(request.requestedOn(), Limits.ARRANGE_TRAINER);
    }

    private void issueBulletins(District district, List<ReportMonth> months) {
        Map<YearMonth, LocalDate> issued = new HashMap<>();
        for (Bulletin bulletin : district.bulletins()) {
            if (asOf.shows(bulletin.issuedOn())) {
                issued.merge(bulletin.month(), bulletin.issuedOn(), Days::earlier);
            }
        }
        for (ReportMonth month : months) {
            district("ISSUE_BULLETIN", "3.3.1d", ROOM)
                    .period(month.period())
                    .due(calendar.dueAfter(month.last(), Limits.ISSUE_BULLETIN), issued.get(month.month()));
        }
    }
}
