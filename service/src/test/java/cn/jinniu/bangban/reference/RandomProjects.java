package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Random projects. */
final class RandomProjects {
    private final Chance chance;
    private final RandomDays days;
    private final RandomNames names;
    private final RandomUnits units;
    private final Set<String> taken = new HashSet<>();

    RandomProjects(Chance chance, RandomDays days, RandomNames names, RandomUnits units) {
        this.chance = chance;
        this.days = days;
        this.names = names;
        this.units = units;
    }

    Project next() {
        String id = names.id("P-", taken);
        return new Project(
                id,
                chance.maybe(50, names::title),
                chance.maybe(20, names::nationalCode),
                listings(id),
                chance.maybe(35, days::event),
                chance.percent(40),
                chance.maybe(55, () -> chance.of(List.copyOf(ReferenceData.SECTORS.keySet()))),
                chance.maybe(25, units::leader),
                chance.maybe(45, units::zone),
                chance.maybe(50, units::subdistrict),
                chance.maybe(25, units::enterprise),
                chance.of(LandMode.GRANT, LandMode.GRANT, LandMode.ALLOCATION, LandMode.NONE),
                chance.maybe(65, days::event),
                chance.maybe(40, days::event),
                chance.maybe(40, days::event),
                chance.maybe(35, days::event),
                chance.maybe(40, days::event),
                chance.maybe(50, days::event),
                chance.maybe(15, days::event));
    }

    /** Listings of some years on end, the latest mostly this year or the last. */
    private List<Listing> listings(String project) {
        if (chance.percent(15)) {
            return List.of();
        }
        int thisYear = days.asOf.getYear();
        int year = switch (chance.between(0, 9)) {
            case 0 -> thisYear + 1;
            case 1 -> chance.between(2018, 2027);
            case 2, 3, 4, 5 -> thisYear - 1;
            default -> thisYear;
        };
        List<Listing> listings = new ArrayList<>();
        for (int years = chance.of(1, 1, 1, 2, 2, 3, 5); years > 0; years--) {
            addYear(project, year, listings);
            year -= chance.percent(10) ? 2 : 1;
        }
        Collections.shuffle(listings, chance.random);
        return listings;
    }

    private void addYear(String project, int year, List<Listing> listings) {
        List<Level> levels = new ArrayList<>(List.of(Level.values()));
        Collections.shuffle(levels, chance.random);
        for (Level level : levels.subList(0, chance.of(1, 1, 1, 2, 2, 3, 4))) {
            listings.add(new Listing(project, level, year, days.listOf(year)));
        }
    }
}
