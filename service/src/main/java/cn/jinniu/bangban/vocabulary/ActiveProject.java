package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key project that is not completed.
 *
 * @param keyProject the key project
 * @param owner the unit that owns its case, null when none can be determined
 * @param sectorDepartment the department of its sector, null when it has no sector
 */
public record ActiveProject(
        KeyProject keyProject,
        @Nullable Unit owner,
        @Nullable Unit sectorDepartment) {
    public Project project() {
        return keyProject.project();
    }

    public String id() {
        return keyProject.id();
    }

    /** First day it counts as a key project. */
    public LocalDate since() {
        return keyProject.since();
    }

    /** Whether a listing of an annual plan is in force for it. */
    public boolean listed() {
        return !keyProject.inForce().isEmpty();
    }

    public boolean governmentInvested() {
        return project().governmentInvested();
    }

    public @Nullable LocalDate majorInvestmentRecognisedOn() {
        return project().majorInvestmentRecognisedOn();
    }

    public @Nullable Unit functionalZone() {
        return project().functionalZone();
    }

    public @Nullable Unit subdistrict() {
        return project().subdistrict();
    }

    public @Nullable Unit enterprise() {
        return project().enterprise();
    }

    public LandMode landMode() {
        return project().landMode();
    }

    public @Nullable LocalDate landContractSignedOn() {
        return project().landContractSignedOn();
    }

    public @Nullable LocalDate landHandoverAgreedOn() {
        return project().landHandoverAgreedOn();
    }

    public @Nullable LocalDate landHandedOverOn() {
        return project().landHandedOverOn();
    }

    public @Nullable LocalDate landConditionsRequestedOn() {
        return project().landConditionsRequestedOn();
    }

    public @Nullable LocalDate landConditionsProvidedOn() {
        return project().landConditionsProvidedOn();
    }

    /** The units it involves: owner, zone, subdistrict, enterprise and the sector's department; each once. */
    public Set<Unit> involvedUnits() {
        Set<Unit> units = new LinkedHashSet<>();
        for (Unit unit : new Unit[] {owner, functionalZone(), subdistrict(), enterprise(), sectorDepartment}) {
            if (unit != null) {
                units.add(unit);
            }
        }
        return units;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActiveProject active && active.keyProject.equals(keyProject);
    }

    @Override
    public int hashCode() {
        return keyProject.hashCode();
    }
}
