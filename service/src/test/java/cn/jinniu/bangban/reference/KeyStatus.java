package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Project;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a project is a key project, why, and since when (§3).
 *
 * @param inForce the listings in force
 * @param recognisedOn the visible day of its recognition as a major investment
 * @param since keySince, null when it is not key
 */
record KeyStatus(
        List<Listing> inForce,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate since) {

    /** @param listedThisYear the levels of which the district shows a visible list for the year decided in */
    static KeyStatus of(Project project, AsOf asOf, Set<Level> listedThisYear) {
        int year = asOf.year();
        boolean lastYearsPlanMayHold = !asOf.day().isAfter(LocalDate.of(year, Month.JUNE, 30));
        List<Listing> inForce = new ArrayList<>();
        Map<Integer, LocalDate> earliestOfYear = new HashMap<>();
        for (Listing listing : project.listings()) {
            if (!asOf.shows(listing.issuedOn())) {
                continue;
            }
            earliestOfYear.merge(listing.year(), listing.issuedOn(), Days::earlier);
            boolean ofLastYear = listing.year() == year - 1;
            if (listing.year() == year
                    || ofLastYear && lastYearsPlanMayHold && !listedThisYear.contains(listing.level())) {
                inForce.add(listing);
            }
        }
        LocalDate recognisedOn = asOf.seen(project.majorInvestmentRecognisedOn());
        return new KeyStatus(inForce, recognisedOn, Days.earlier(listedSince(inForce, earliestOfYear), recognisedOn));
    }

    private static @Nullable LocalDate listedSince(List<Listing> inForce, Map<Integer, LocalDate> earliestOfYear) {
        if (inForce.isEmpty()) {
            return null;
        }
        LocalDate since = null;
        int latest = Integer.MIN_VALUE;
        for (Listing listing : inForce) {
            since = Days.earlier(since, listing.issuedOn());
            latest = Math.max(latest, listing.year());
        }
        // Taking in a listing of a year takes in the whole year before it, as far back as the years follow on.
        for (int before = latest - 1; earliestOfYear.containsKey(before); before--) {
            since = Days.earlier(since, earliestOfYear.get(before));
        }
        return since;
    }

    boolean key() {
        return since != null;
    }

    List<String> grounds() {
        EnumSet<Level> levels = EnumSet.noneOf(Level.class);
        inForce.forEach(listing -> levels.add(listing.level()));
        List<String> grounds = new ArrayList<>();
        levels.forEach(level -> grounds.add(level.name()));
        if (recognisedOn != null) {
            grounds.add("MAJOR_INVESTMENT");
        }
        return grounds;
    }

    String clause() {
        return !inForce.isEmpty() || !key() ? "3.1.1" : "3.1.2";
    }
}
