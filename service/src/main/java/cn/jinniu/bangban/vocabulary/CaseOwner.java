package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the case of a key project.
 *
 * @param keyProject the key project; every one has exactly one of these facts
 * @param unit the owner, null when none can be determined
 * @param ground why it is the owner, null when there is none
 */
public record CaseOwner(
        KeyProject keyProject,
        @Nullable Unit unit,
        @Nullable String ground) {
    public Project project() {
        return keyProject.project();
    }

    /** The owner's kind, null when there is no owner. */
    public @Nullable UnitKind kind() {
        return unit == null ? null : unit.kind();
    }

    public LandMode landMode() {
        return project().landMode();
    }

    public @Nullable LocalDate landContractSignedOn() {
        return project().landContractSignedOn();
    }

    public @Nullable LocalDate landAllocatedOn() {
        return project().landAllocatedOn();
    }

    public @Nullable Unit enterprise() {
        return project().enterprise();
    }

    public LocalDate since() {
        return keyProject.since();
    }

    public LocalDate until() {
        return keyProject.until();
    }

    /** Whether the project is not completed. */
    public boolean active() {
        return project().completedOn() == null;
    }
}
