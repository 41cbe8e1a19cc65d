package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a difficulty of an active project needs a joint meeting (§3, JOINT_MEETING; §5, CONVENE_JOINT_MEETING).
 *
 * @param runsFrom r: the later of {@code raisedOn} and keySince
 * @param arisesOn t: the earliest of the grounds' days, null without a ground
 */
record JointMeeting(
        List<String> grounds,
        boolean needed,
        LocalDate runsFrom,
        @Nullable LocalDate arisesOn) {

    static JointMeeting about(Difficulty difficulty, LocalDate keySince, AsOf asOf, ReferenceCalendar calendar) {
        LocalDate from = Days.later(difficulty.raisedOn(), keySince);
        LocalDate resolved = asOf.seen(difficulty.resolvedOn());
        LocalDate end = resolved == null ? asOf.day() : resolved;
        LocalDate requested = asOf.seen(difficulty.meetingRequestedOn());
        LocalDate longOpen = calendar.after(from, Limits.DIFFICULTY_LONG_OPEN);

        List<String> grounds = new ArrayList<>(3);
        LocalDate arises = null;
        if (requested != null) {
            grounds.add("REQUESTED");
            arises = requested;
        }
        if (new HashSet<Unit>(difficulty.departments()).size() >= Limits.DEPARTMENTS_FOR_A_MEETING) {
            grounds.add("MULTI_DEPARTMENT");
            arises = Days.earlier(arises, from);
        }
        if (end.isAfter(longOpen)) {
            grounds.add("LONG_OPEN");
            arises = Days.earlier(arises, longOpen);
        }
        return new JointMeeting(grounds, !grounds.isEmpty() && resolved == null, from, arises);
    }
}
