package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval that a project has applied for.
 *
 * @param department the unit that decides it
 * @param important whether the service room must urge it
 * @param commitmentDays committed working days, 1–365; null for an IMMEDIATE approval
 */
public record Approval(
        String id,
        String project,
        @Nullable String name,
        Unit department,
        ApprovalKind kind,
        boolean important,
        LocalDate acceptedOn,
        @Nullable Integer commitmentDays,
        List<Suspension> suspensions,
        @Nullable LocalDate greenChannelOpenedOn,
        @Nullable LocalDate urgedOn,
        @Nullable LocalDate completedOn) {

    Approval seenOn(LocalDate day) {
        return new Approval(
                id,
                project,
                name,
                department,
                kind,
                important,
                acceptedOn,
                commitmentDays,
                Seen.only(suspensions, Suspension::from, suspension -> suspension.seenOn(day), day),
                Seen.on(greenChannelOpenedOn, day),
                Seen.on(urgedOn, day),
                Seen.on(completedOn, day));
    }
}
