package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The visible reports, by who owes them for what. */
final class ReportIndex {
    /** A commissioner's month. */
    record PersonMonth(String commissioner, YearMonth month) {}

    private record UnitMonth(String unit, YearMonth month) {}

    private record ProjectMonth(String unit, String project, YearMonth month) {}

    private final Map<PersonMonth, List<Report>> service = new HashMap<>();
    private final Map<UnitMonth, LocalDate> evidence = new HashMap<>();
    private final Map<ProjectMonth, LocalDate> progress = new HashMap<>();

    ReportIndex(CaseFile facts, AsOf asOf) {
        for (Report report : facts.reports()) {
            if (asOf.shows(report.submittedOn())) {
                add(report);
            }
        }
    }

    private void add(Report report) {
        YearMonth month = report.month();
        LocalDate day = report.submittedOn();
        switch (report.kind()) {
            case SERVICE ->
                service.computeIfAbsent(
                                new PersonMonth(Objects.requireNonNull(report.commissioner()), month),
                                key -> new ArrayList<>())
                        .add(report);
            case EVIDENCE -> evidence.merge(new UnitMonth(unit(report), month), day, Days::earlier);
            case PROGRESS ->
                progress.merge(
                        new ProjectMonth(unit(report), Objects.requireNonNull(report.project()), month),
                        day,
                        Days::earlier);
        }
    }

    private static String unit(Report report) {
        return Objects.requireNonNull(report.unit()).id();
    }

    /** The visible SERVICE reports of each commissioner for each month, of any month. */
    Map<PersonMonth, List<Report>> service() {
        return service;
    }

    /** The day a commissioner first handed in a SERVICE report for a month; null when there is none. */
    @Nullable
    LocalDate served(String commissioner, YearMonth month) {
        LocalDate first = null;
        for (Report report : service.getOrDefault(new PersonMonth(commissioner, month), List.of())) {
            first = Days.earlier(first, report.submittedOn());
        }
        return first;
    }

    @Nullable
    LocalDate evidenced(Unit unit, YearMonth month) {
        return evidence.get(new UnitMonth(unit.id(), month));
    }

    @Nullable
    LocalDate progressed(Unit unit, String project, YearMonth month) {
        return progress.get(new ProjectMonth(unit.id(), project, month));
    }
}
