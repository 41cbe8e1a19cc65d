package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
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
        LocalDate submittedOn)
        implements Comparable<Report> {

    /** What a SERVICE report is about; several reports may be about the same. */
    public CommissionerMonth commissionerMonth() {
        return new CommissionerMonth(Objects.requireNonNull(commissioner), month);
    }

    /** Earlier {@code submittedOn} first, then smaller id. */
    @Override
    public int compareTo(Report other) {
        int byDay = submittedOn.compareTo(other.submittedOn);
        return byDay != 0 ? byDay : CodePoints.ORDER.compare(id, other.id);
    }
}
