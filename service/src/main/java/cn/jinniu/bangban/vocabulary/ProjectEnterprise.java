package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;

/** A state-owned enterprise that carries a key project out, or owns its case; an enterprise counts once. */
public record ProjectEnterprise(KeyProject keyProject, Unit enterprise) {
    public Project project() {
        return keyProject.project();
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
