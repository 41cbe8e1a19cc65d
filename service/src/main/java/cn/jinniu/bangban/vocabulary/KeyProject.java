package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Project;
import java.time.LocalDate;
import java.util.List;

/**
 * A project that is a key project on the day decided for.
 *
 * @param project the project as sent
 * @param since first day it counts as one, without a break
 * @param inForce its listings in force; empty for one recognised as a major investment only
 */
public record KeyProject(Project project, LocalDate since, List<Listing> inForce) {
    public String id() {
        return project.id();
    }

    /** The latest year of its listings in force; they must not be empty. */
    public int latestYear() {
        int latest = inForce.get(0).year();
        for (Listing listing : inForce) {
            latest = Math.max(latest, listing.year());
        }
        return latest;
    }

    /** The earliest issue among its listings in force of that latest year. */
    public LocalDate firstIssuedInLatestYear() {
        int year = latestYear();
        LocalDate first = LocalDate.MAX;
        for (Listing listing : inForce) {
            first = listing.year() == year && listing.issuedOn().isBefore(first) ? listing.issuedOn() : first;
        }
        return first;
    }

    /** The day it was completed, or the end of time while it is not: {@code until >= day} says it was open on a day. */
    public LocalDate until() {
        return project.completedOn() == null ? LocalDate.MAX : project.completedOn();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyProject key && key.project.equals(project);
    }

    @Override
    public int hashCode() {
        return project.hashCode();
    }
}
