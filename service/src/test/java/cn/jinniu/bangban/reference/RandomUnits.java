package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Units for a random case: mostly from a handful, so that facts meet. */
final class RandomUnits {
    private static final List<Unit> ALL = List.copyOf(ReferenceData.UNITS.values());

    private final Chance chance;
    private final List<Unit> zones;
    private final List<Unit> subdistricts;
    private final List<Unit> departments;
    private final List<Unit> enterprises;

    RandomUnits(Chance chance) {
        this.chance = chance;
        this.zones = few(UnitKind.FUNCTIONAL_ZONE, 2);
        this.subdistricts = few(UnitKind.SUBDISTRICT, 3);
        this.departments = few(UnitKind.DEPARTMENT, 4);
        this.enterprises = few(UnitKind.ENTERPRISE, 1);
    }

    private List<Unit> few(UnitKind kind, int most) {
        List<Unit> units =
                new ArrayList<>(ALL.stream().filter(unit -> unit.kind() == kind).toList());
        Collections.shuffle(units, chance.random);
        return units.subList(0, Math.min(most, units.size()));
    }

    Unit zone() {
        return chance.of(zones);
    }

    Unit subdistrict() {
        return chance.of(subdistricts);
    }

    Unit enterprise() {
        return chance.of(enterprises);
    }

    /** A unit that can lead a project. */
    Unit leader() {
        return chance.of(chance.of(List.of(zones, subdistricts, departments, enterprises)));
    }

    /** A unit that decides approvals or shares a difficulty: a department, or now and then any unit at all. */
    Unit department() {
        return chance.percent(80) ? chance.of(departments) : any();
    }

    Unit any() {
        return chance.of(ALL);
    }

    /** A unit that has to do with a project, or now and then any unit at all. */
    Unit of(Project project) {
        List<Unit> own = new ArrayList<>();
        for (Unit unit : new Unit[] {
            project.leadUnit(), project.functionalZone(), project.subdistrict(), project.enterprise(),
        }) {
            if (unit != null) {
                own.add(unit);
            }
        }
        if (project.sector() != null) {
            own.add(ReferenceData.UNITS.get(ReferenceData.SECTORS.get(project.sector())));
        }
        return own.isEmpty() || chance.percent(15) ? any() : chance.of(own);
    }
}
