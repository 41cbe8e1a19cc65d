package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How a training plan is written. */
final class TrainingPlanForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("TrainingPlan");
    private static final Field<Integer> YEAR = FORM.required("year", Types.YEAR, "计划年度", "year of the plan");
    private static final Field<LocalDate> ISSUED_ON =
            FORM.required("issuedOn", Types.DATE, "印发日期", "day the plan was issued");

    static final ObjectType<TrainingPlan> TYPE =
            FORM.makes(values -> new TrainingPlan(values.need(YEAR), values.need(ISSUED_ON)));

    private TrainingPlanForm() {}
}
