package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Duties about the difficulties of active projects (§5), and the joint meetings they need (§3). */
final class DifficultyDuties {
    private static final String ROOM = "service-room";
    private static final String APPROVAL_BUREAU = "approval-bureau";

    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final Map<String, Unit> units;
    private final Determinations determinations;
    private final DutyBook book;

    DifficultyDuties(
            AsOf asOf,
            ReferenceCalendar calendar,
            Map<String, Unit> units,
            Determinations determinations,
            DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.units = units;
        this.determinations = determinations;
        this.book = book;
    }

    void about(ProjectView view) {
        for (Difficulty difficulty : view.difficulties) {
            JointMeeting meeting = JointMeeting.about(difficulty, view.keySince(), asOf, calendar);
            determinations.jointMeeting(difficulty.id(), meeting);
            Unit bearer = bearer(difficulty, view);
            book.duty("COORDINATE_DIFFICULTY", clause(bearer), bearer.id(), "difficulty", difficulty.id())
                    .due(calendar.dueAfter(meeting.runsFrom(), Limits.COORDINATE_DIFFICULTY), difficulty.resolvedOn());
            convene(difficulty, meeting, view.owner.unit(), bearer);
        }
    }

    private Unit bearer(Difficulty difficulty, ProjectView view) {
        Unit room = units.get(ROOM);
        return switch (difficulty.kind()) {
            case APPROVAL -> units.get(APPROVAL_BUREAU);
            case SECTOR -> firstOf(view.sectorDepartment, view.owner.unit(), room);
            case JURISDICTION ->
                firstOf(view.project.functionalZone(), view.project.subdistrict(), view.owner.unit(), room);
        };
    }

    private static Unit firstOf(@Nullable Unit... candidates) {
        for (Unit candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        throw new IllegalStateException("the directory has no " + ROOM);
    }

    private static String clause(Unit bearer) {
        if (bearer.id().equals(APPROVAL_BUREAU)) {
            return "4.5b";
        }
        return switch (bearer.kind()) {
            case DEPARTMENT -> "4.4c";
            case FUNCTIONAL_ZONE -> "4.7b";
            case SUBDISTRICT -> "4.8b";
            case ENTERPRISE, OFFICE -> "5.2";
        };
    }

    private void convene(Difficulty difficulty, JointMeeting meeting, @Nullable Unit owner, Unit coordinator) {
        LocalDate arises = meeting.arisesOn();
        if (arises == null) {
            return;
        }
        LocalDate held = asOf.seen(difficulty.meetingHeldOn());
        LocalDate heldForIt = Days.atOrAfter(held, arises) ? held : null;
        if (asOf.shows(difficulty.resolvedOn()) && heldForIt == null) {
            return;
        }
        Set<String> attendees = new HashSet<>();
        difficulty.departments().forEach(department -> attendees.add(department.id()));
        if (owner != null) {
            attendees.add(owner.id());
        }
        if (!coordinator.id().equals(ROOM)) {
            attendees.add(coordinator.id());
        }
        attendees.add(APPROVAL_BUREAU);
        book.duty("CONVENE_JOINT_MEETING", "3.3.1c", ROOM, "difficulty", difficulty.id())
                .attendees(Order.distinctSorted(attendees))
                .due(calendar.dueAfter(arises, Limits.CONVENE_JOINT_MEETING), heldForIt);
    }
}
