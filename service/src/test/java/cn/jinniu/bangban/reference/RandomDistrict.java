package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random district-wide facts: none at all, none in particular, or some. */
final class RandomDistrict {
    private final Chance chance;
    private final RandomDays days;
    private final RandomNames names;
    private final RandomUnits units;
    private final Set<String> taken = new HashSet<>();

    RandomDistrict(Chance chance, RandomDays days, RandomNames names, RandomUnits units) {
        this.chance = chance;
        this.days = days;
        this.names = names;
        this.units = units;
    }

    @Nullable
    District next() {
        if (chance.percent(40)) {
            return null;
        } else if (chance.percent(15)) {
            return new District(List.of(), List.of(), List.of(), List.of());
        }
        return new District(
                lists(),
                chance.some(0, 3, () -> new TrainingPlan(year(), days.event())),
                chance.some(0, 3, this::training),
                chance.some(0, 4, this::bulletin));
    }

    private int year() {
        return chance.percent(70) ? days.asOf.getYear() : chance.between(days.reportingFrom.getYear() - 1, 2028);
    }

    private List<KeyProjectList> lists() {
        List<KeyProjectList> lists = new ArrayList<>();
        int thisYear = days.asOf.getYear();
        for (int year = thisYear - 2; year <= thisYear + 1; year++) {
            for (Level level : Level.values()) {
                if (chance.percent(year == thisYear ? 40 : 20)) {
                    LocalDate issuedOn = days.listOf(year);
                    lists.add(new KeyProjectList(level, year, issuedOn, chance.maybe(60, () -> days.after(issuedOn))));
                }
            }
        }
        if (chance.percent(10)) {
            lists.add(new KeyProjectList(Level.DISTRICT, 2100, days.event(), null));
        }
        Collections.shuffle(lists, chance.random);
        return lists;
    }

    private Training training() {
        String id = names.id("T-", taken);
        LocalDate scheduledOn = chance.maybe(50, days::event);
        return new Training(
                id, scheduledOn, chance.maybe(60, days::event), chance.some(0, 4, () -> trainer(id, scheduledOn)));
    }

    private TrainerRequest trainer(String training, @Nullable LocalDate scheduledOn) {
        LocalDate requestedOn = days.event();
        return new TrainerRequest(
                training,
                scheduledOn,
                units.department(),
                requestedOn,
                chance.maybe(60, () -> days.after(requestedOn)));
    }

    private Bulletin bulletin() {
        YearMonth month = days.month();
        return new Bulletin(month, chance.percent(70) ? days.after(month.atEndOfMonth()) : days.event());
    }
}
