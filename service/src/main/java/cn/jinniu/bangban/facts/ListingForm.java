package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.function.Function;

/** How a listing is written: without its project, whose id may come behind it. */
final class ListingForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Listing");
    private static final Field<Level> LEVEL =
            FORM.required("level", Types.LEVEL, "重点项目计划的级别", "level of the annual plan");
    private static final Field<Integer> YEAR = FORM.required("year", Types.YEAR, "计划年度", "year of the annual plan");
    private static final Field<LocalDate> ISSUED_ON =
            FORM.required("issuedOn", Types.DATE, "计划印发日期", "day the plan was issued");

    /** Makes a function from a project's id to the project's listing. */
    static final ObjectType<Function<String, Listing>> TYPE =
            FORM.where(ObjectRule.oncePer(LEVEL, YEAR)).makes(ListingForm::listing);

    private ListingForm() {}

    private static Function<String, Listing> listing(Values values) {
        return project -> new Listing(project, values.need(LEVEL), values.need(YEAR), values.need(ISSUED_ON));
    }
}
