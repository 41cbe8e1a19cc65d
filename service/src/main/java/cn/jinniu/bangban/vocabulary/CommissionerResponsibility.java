package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A key project is under a commissioner's responsibility.
 *
 * @param since first day of that responsibility
 */
public record CommissionerResponsibility(CaseOwner owner, LocalDate since) {
    public String id() {
        return project().id();
    }

    public Project project() {
        return owner.project();
    }

    public @Nullable Unit functionalZone() {
        return project().functionalZone();
    }

    /** The day the project was completed, or the end of time while it is not. */
    public LocalDate until() {
        return owner.until();
    }

    /** Whether the project is not completed. */
    public boolean active() {
        return owner.active();
    }
}
