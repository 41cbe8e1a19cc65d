package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How an annual key-project list is written. */
final class KeyProjectListForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("KeyProjectList");
    private static final Field<Level> LEVEL = FORM.required("level", Types.LEVEL, "名单的级别", "level of the list");
    private static final Field<Integer> YEAR = FORM.required("year", Types.YEAR, "名单年度", "year of the list");
    private static final Field<LocalDate> ISSUED_ON =
            FORM.required("issuedOn", Types.DATE, "印发日期", "day the list was issued");
    private static final Field<LocalDate> PROVIDED_TO_ROOM_ON =
            FORM.optional("providedToRoomOn", Types.DATE, "提供给服务室的日期", "day the service room was given the list");

    static final ObjectType<KeyProjectList> TYPE = FORM.where(ObjectRule.oncePer(LEVEL, YEAR))
            .makes(values -> new KeyProjectList(
                    values.need(LEVEL), values.need(YEAR), values.need(ISSUED_ON), values.get(PROVIDED_TO_ROOM_ON)));

    private KeyProjectListForm() {}
}
