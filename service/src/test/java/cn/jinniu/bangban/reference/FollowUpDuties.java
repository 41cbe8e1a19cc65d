package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service room's visits after SERVICE reports, and their records (§6). */
final class FollowUpDuties {
    private static final String CLAUSE = "3.5.4";
    private static final Comparator<Report> FIRST_SUBMITTED =
            Comparator.comparing(Report::submittedOn).thenComparing(Report::id, Order.CODE_POINT);

    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    FollowUpDuties(AsOf asOf, ReferenceCalendar calendar, DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.book = book;
    }

    void about(CaseFile facts, ReportIndex reports) {
        Map<String, List<FollowUpVisit>> visitsByReport = new HashMap<>();
        for (FollowUpVisit visit : facts.followUpVisits()) {
            if (asOf.shows(visit.visitedOn())) {
                visitsByReport
                        .computeIfAbsent(visit.report(), report -> new ArrayList<>())
                        .add(visit);
            }
        }
        reports.service().forEach((of, handedIn) -> {
            if (!of.month().isBefore(facts.reportingFrom())) {
                followUp(of.commissioner(), handedIn, visitsByReport);
            }
        });
    }

    private void followUp(String commissioner, List<Report> reports, Map<String, List<FollowUpVisit>> visitsByReport) {
        Report first = reports.stream().min(FIRST_SUBMITTED).orElseThrow();
        LocalDate visited = null;
        for (Report report : reports) {
            for (FollowUpVisit visit : visitsByReport.getOrDefault(report.id(), List.of())) {
                if (!visit.visitor().equals(commissioner)) {
                    visited = Days.earlier(visited, visit.visitedOn());
                    book.duty("RECORD_FOLLOW_UP", CLAUSE, "service-room", "followUpVisit", visit.id())
                            .due(calendar.dueAfter(visit.visitedOn(), Limits.RECORD_FOLLOW_UP), visit.recordedOn());
                }
            }
        }
        book.duty("FOLLOW_UP_VISIT", CLAUSE, "service-room", "report", first.id())
                .due(calendar.dueAfter(first.submittedOn(), Limits.FOLLOW_UP_VISIT), visited);
    }
}
