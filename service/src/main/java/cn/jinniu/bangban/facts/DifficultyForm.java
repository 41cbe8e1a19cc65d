package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;

/** How a difficulty is written. */
final class DifficultyForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Difficulty");
    private static final Field<String> ID = FORM.required("id", Types.ID, "困难问题编号", "id of the difficulty");
    private static final Field<String> PROJECT = FORM.required("project", Types.PROJECT, "项目编号", "id of the project");
    private static final Field<DifficultyKind> KIND = FORM.required(
            "kind",
            new WordType<>(DifficultyKind.class),
            "审批、行业或属地问题",
            "about an approval, about the sector, or about the place");
    private static final Field<List<Unit>> DEPARTMENTS =
            FORM.list("departments", Types.ANY_UNIT, "涉及的单位", "units it concerns");
    private static final Field<LocalDate> RAISED_ON =
            FORM.required("raisedOn", Types.DATE, "提出日期", "day it was raised");
    private static final Field<LocalDate> MEETING_REQUESTED_ON =
            FORM.optional("meetingRequestedOn", Types.DATE, "申请召开联席会议的日期", "day a joint meeting was asked for");
    private static final Field<LocalDate> MEETING_HELD_ON =
            FORM.optional("meetingHeldOn", Types.DATE, "召开联席会议的日期", "day a joint meeting was held");
    private static final Field<LocalDate> RESOLVED_ON =
            FORM.optional("resolvedOn", Types.DATE, "解决日期，不早于 raisedOn", "day it was resolved, not before raisedOn");

    static final ObjectType<Difficulty> TYPE = FORM.where(ObjectRule.inOrder(RAISED_ON, RESOLVED_ON))
            .makes(values -> new Difficulty(
                    values.need(ID),
                    values.need(PROJECT),
                    values.need(KIND),
                    values.need(DEPARTMENTS),
                    values.need(RAISED_ON),
                    values.get(MEETING_REQUESTED_ON),
                    values.get(MEETING_HELD_ON),
                    values.get(RESOLVED_ON)));

    private DifficultyForm() {}
}
