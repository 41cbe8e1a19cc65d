package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate key project. Every component but {@code id}, {@code listings}, {@code governmentInvested} and
 * {@code landMode} may be null: not known, or not happened.
 *
 * @param id unique among the request's projects
 * @param listings entries in annual plans, one per level and year
 * @param majorInvestmentRecognisedOn day it was recognised as a major project introduced by investment promotion
 * @param sector a word of the sector table
 * @param leadUnit recorded lead unit, never of kind OFFICE
 * @param functionalZone unit of kind FUNCTIONAL_ZONE
 * @param subdistrict unit of kind SUBDISTRICT
 * @param enterprise unit of kind ENTERPRISE that carries the project out
 * @param landHandoverAgreedOn planned day of hand-over: a plan, seen whatever its date
 * @param completedOn day it was completed and in operation
 */
public record Project(
        String id,
        @Nullable String name,
        @Nullable String code,
        List<Listing> listings,
        @Nullable LocalDate majorInvestmentRecognisedOn,
        boolean governmentInvested,
        @Nullable String sector,
        @Nullable Unit leadUnit,
        @Nullable Unit functionalZone,
        @Nullable Unit subdistrict,
        @Nullable Unit enterprise,
        LandMode landMode,
        @Nullable LocalDate landContractSignedOn,
        @Nullable LocalDate landAllocatedOn,
        @Nullable LocalDate landHandoverAgreedOn,
        @Nullable LocalDate landHandedOverOn,
        @Nullable LocalDate landConditionsRequestedOn,
        @Nullable LocalDate landConditionsProvidedOn,
        @Nullable LocalDate completedOn) {

    /** This project as it is known on a day (inclusive): what is dated later is absent. */
    Project seenOn(LocalDate day) {
        return new Project(
                id,
                name,
                code,
                Seen.only(listings, Listing::issuedOn, day),
                Seen.on(majorInvestmentRecognisedOn, day),
                governmentInvested,
                sector,
                leadUnit,
                functionalZone,
                subdistrict,
                enterprise,
                landMode,
                Seen.on(landContractSignedOn, day),
                Seen.on(landAllocatedOn, day),
                landHandoverAgreedOn,
                Seen.on(landHandedOverOn, day),
                Seen.on(landConditionsRequestedOn, day),
                Seen.on(landConditionsProvidedOn, day),
                Seen.on(completedOn, day));
    }

    /** A project is known by its id, which is unique in its request. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Project project && project.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
