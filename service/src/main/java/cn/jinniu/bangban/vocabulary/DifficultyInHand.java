package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difficulty of an active project.
 *
 * @param since the later of the day it was raised and the project becoming a key project
 * @param coordinator the unit that coordinates it
 * @param asOf the day decided for
 */
public record DifficultyInHand(
        Difficulty difficulty, ActiveProject project, LocalDate since, Unit coordinator, LocalDate asOf) {
    public String id() {
        return difficulty.id();
    }

    public UnitKind coordinatorKind() {
        return coordinator.kind();
    }

    /** How many different units it concerns. */
    public int departmentCount() {
        List<Unit> departments = difficulty.departments();
        return departments.size() < 2 ? departments.size() : new HashSet<>(departments).size();
    }

    /** The day it was resolved, or the day decided for while it is not. */
    public LocalDate openUntil() {
        return difficulty.resolvedOn() == null ? asOf : difficulty.resolvedOn();
    }

    public @Nullable LocalDate meetingRequestedOn() {
        return difficulty.meetingRequestedOn();
    }

    public @Nullable LocalDate resolvedOn() {
        return difficulty.resolvedOn();
    }
}
