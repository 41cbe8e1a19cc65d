package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Suspension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds D, the day by which a committed approval must be decided (§5). */
final class CommitmentClock {
    private CommitmentClock() {}

    /** D, or null while an open suspension keeps the count from ever being reached. */
    static @Nullable LocalDate due(Approval approval, AsOf asOf, ReferenceCalendar calendar) {
        int left = Objects.requireNonNull(approval.commitmentDays());
        // All working days up to and including this one are counted or known not to count.
        LocalDate settled = approval.acceptedOn();
        for (Suspension suspension : counting(approval, asOf)) {
            LocalDate eve = suspension.from().minusDays(1);
            int counted = calendar.between(settled, eve);
            if (counted >= left) {
                break;
            }
            left -= counted;
            LocalDate to = asOf.seen(suspension.to());
            if (to == null) {
                return null;
            }
            settled = Days.later(settled, to);
        }
        return calendar.after(settled, left);
    }

    /** The suspensions that count, by their first day. */
    private static List<Suspension> counting(Approval approval, AsOf asOf) {
        LocalDate completed = asOf.seen(approval.completedOn());
        List<Suspension> counting = new ArrayList<>();
        for (Suspension suspension : approval.suspensions()) {
            boolean afterCompletion = completed != null && suspension.from().isAfter(completed);
            if (asOf.shows(suspension.from()) && !afterCompletion) {
                counting.add(suspension);
            }
        }
        counting.sort(Comparator.comparing(Suspension::from));
        return counting;
    }
}
