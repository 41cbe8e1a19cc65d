package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A report handed in.
 *
 * @param commissioner the reporting person of a SERVICE report
 * @param unit the reporting unit of an EVIDENCE or PROGRESS report
 * @param project id of the project of a PROGRESS report
 * @param month the month reported on
 */
public record Report(
        String id,
        ReportKind kind,
        @Nullable String commissioner,
        @Nullable Unit unit,
        @Nullable String project,
        YearMonth month,
        LocalDate submittedOn) {}
