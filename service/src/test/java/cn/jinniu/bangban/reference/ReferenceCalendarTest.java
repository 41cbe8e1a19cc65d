package cn.jinniu.bangban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Suspension;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference's counts of working days, against walking day by day")
class ReferenceCalendarTest {
    private static final Map<LocalDate, ReferenceCalendar.Kind> SPECIAL = ReferenceData.CALENDAR_ROWS.stream()
            .collect(Collectors.toMap(ReferenceCalendar.Row::date, ReferenceCalendar.Row::kind));

    private final ReferenceCalendar calendar = ReferenceData.CALENDAR;

    private static boolean works(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return SPECIAL.containsKey(day) ? SPECIAL.get(day) == ReferenceCalendar.Kind.WORKDAY : weekday;
    }

    private static LocalDate walk(LocalDate day, int n, int step) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(step);
            left -= works(at) ? 1 : 0;
        }
        return at;
    }

    @Test
    @DisplayName("agree for every day of 2022–2028")
    void agree() {
        for (LocalDate day = LocalDate.of(2022, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(day)).as("%s", day).isEqualTo(works(day));
            assertThat(calendar.rolledNext(day).day()).isEqualTo(works(day) ? day : walk(day, 1, 1));
            assertThat(calendar.rolledPrevious(day).day()).isEqualTo(works(day) ? day : walk(day, 1, -1));
            assertThat(calendar.counted(day).provisional()).isEqualTo(day.getYear() < 2023 || day.getYear() > 2026);
            for (int n = 0; n < 12; n++) {
                LocalDate after = walk(day, n, 1);
                assertThat(calendar.after(day, n)).isEqualTo(after);
                assertThat(calendar.before(day, n)).isEqualTo(walk(day, n, -1));
                assertThat(calendar.between(day, after)).isEqualTo(n);
                assertThat(calendar.between(after, day)).isZero();
            }
        }
    }

    @Test
    @DisplayName("agree on the day a committed approval must be decided by, whatever suspends it")
    void agreeOnCommitments() {
        int suspended = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            RandomRequests.Case request = RandomRequests.of(seed);
            AsOf asOf = new AsOf(request.facts().asOf());
            for (Approval approval : request.facts().approvals()) {
                if (approval.kind() == ApprovalKind.COMMITMENT && asOf.shows(approval.acceptedOn())) {
                    LocalDate due = CommitmentClock.due(approval, asOf, calendar);
                    assertThat(due).as("seed %s, %s", seed, approval).isEqualTo(walkedDue(approval, asOf));
                    suspended += due == null ? 1 : 0;
                }
            }
        }
        assertThat(suspended).isPositive();
    }

    private static @Nullable LocalDate walkedDue(Approval approval, AsOf asOf) {
        Predicate<Suspension> counts = suspension -> asOf.shows(suspension.from())
                && !(asOf.shows(approval.completedOn()) && suspension.from().isAfter(approval.completedOn()));
        Function<Suspension, LocalDate> end =
                suspension -> asOf.shows(suspension.to()) ? suspension.to() : LocalDate.MAX;
        int counted = 0;
        // An open suspension keeps every later day from counting, so a few years of walking settle it.
        LocalDate giveUp = asOf.day().plusYears(4);
        for (LocalDate day = approval.acceptedOn().plusDays(1); day.isBefore(giveUp); day = day.plusDays(1)) {
            LocalDate at = day;
            boolean stands = approval.suspensions().stream()
                    .filter(counts)
                    .anyMatch(suspension -> !at.isBefore(suspension.from()) && !at.isAfter(end.apply(suspension)));
            counted += works(day) && !stands ? 1 : 0;
            if (counted == approval.commitmentDays()) {
                return day;
            }
        }
        return null;
    }
}
