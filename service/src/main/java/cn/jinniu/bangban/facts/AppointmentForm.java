package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How an appointment is written. */
final class AppointmentForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Appointment");
    private static final Field<String> ID = FORM.required("id", Types.ID, "任命编号", "id of the appointment");
    private static final Field<String> COMMISSIONER =
            FORM.required("commissioner", Types.PERSON, "服务专员编号", "id of the person appointed");
    private static final Field<Unit> UNIT =
            FORM.required("unit", Types.ANY_UNIT, "派出专员的单位", "unit that appoints the person");
    private static final Field<String> PROJECT = FORM.optional(
            "project",
            Types.PROJECT,
            "所服务项目的编号；不填表示面向全单位",
            "id of the project; left out for an appointment to the unit at large");
    private static final Field<Role> ROLE =
            FORM.required("role", new WordType<>(Role.class), "专员或后备专员", "commissioner or stand-in");
    private static final Field<Boolean> DEDICATED = FORM.optional(
            "dedicated", Types.BOOLEAN, false, "是否专职", "whether the person does nothing but serve key projects");
    private static final Field<LocalDate> APPOINTED_ON =
            FORM.required("appointedOn", Types.DATE, "任命日期", "first day in the post");
    private static final Field<LocalDate> ENDED_ON = FORM.optional(
            "endedOn",
            Types.DATE,
            "不再任职的首日，不早于 appointedOn",
            "first day no longer in the post, not before appointedOn");

    static final ObjectType<Appointment> TYPE =
            FORM.where(ObjectRule.inOrder(APPOINTED_ON, ENDED_ON)).makes(AppointmentForm::appointment);

    private AppointmentForm() {}

    private static Appointment appointment(Values values) {
        return new Appointment(
                values.need(ID),
                values.need(COMMISSIONER),
                values.need(UNIT),
                values.get(PROJECT),
                values.need(ROLE),
                values.need(DEDICATED),
                values.need(APPOINTED_ON),
                values.get(ENDED_ON));
    }
}
