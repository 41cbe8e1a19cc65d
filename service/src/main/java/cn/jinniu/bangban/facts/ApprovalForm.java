package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;

/** How an approval is written. */
final class ApprovalForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Approval");
    private static final Field<String> ID = FORM.required("id", Types.ID, "审批事项编号", "id of the approval");
    private static final Field<String> PROJECT = FORM.required("project", Types.PROJECT, "项目编号", "id of the project");
    private static final Field<String> NAME = FORM.optional("name", Types.NAME, "审批事项名称", "name of the approval");
    private static final Field<Unit> DEPARTMENT =
            FORM.required("department", Types.ANY_UNIT, "审批单位", "unit that decides it");
    private static final Field<ApprovalKind> KIND = FORM.required(
            "kind",
            new WordType<>(ApprovalKind.class),
            "即办件或承诺件",
            "decided at once, or within a committed number of working days");
    private static final Field<Boolean> IMPORTANT =
            FORM.optional("important", Types.BOOLEAN, true, "是否重要审批事项", "whether it is an important approval");
    private static final Field<LocalDate> ACCEPTED_ON =
            FORM.required("acceptedOn", Types.DATE, "受理日期", "day the application was accepted");
    private static final Field<Integer> COMMITMENT_DAYS = FORM.optional(
            "commitmentDays",
            new IntegerType(1, 365),
            "承诺工作日数；COMMITMENT 必填，IMMEDIATE 不得填写",
            "committed working days; required for COMMITMENT, not allowed for IMMEDIATE");
    private static final Field<List<Suspension>> SUSPENSIONS = FORM.list(
            "suspensions",
            SuspensionForm.TYPE,
            "中止计时的时段；IMMEDIATE 不得填写",
            "times in which the clock stands still; not allowed for IMMEDIATE");
    private static final Field<LocalDate> GREEN_CHANNEL_OPENED_ON =
            FORM.optional("greenChannelOpenedOn", Types.DATE, "开通绿色通道的日期", "day its green channel was opened");
    private static final Field<LocalDate> URGED_ON = FORM.optional("urgedOn", Types.DATE, "催办日期", "day it was urged");
    private static final Field<LocalDate> COMPLETED_ON = FORM.optional(
            "completedOn", Types.DATE, "办结日期，不早于 acceptedOn", "day it was decided, not before acceptedOn");

    static final ObjectType<Approval> TYPE = FORM.where(
                    ObjectRule.requires(KIND, ApprovalKind.COMMITMENT, COMMITMENT_DAYS))
            .where(ObjectRule.forbids(KIND, ApprovalKind.IMMEDIATE, COMMITMENT_DAYS))
            .where(ObjectRule.forbids(KIND, ApprovalKind.IMMEDIATE, SUSPENSIONS))
            .where(ObjectRule.inOrder(ACCEPTED_ON, COMPLETED_ON))
            .makes(ApprovalForm::approval);

    private ApprovalForm() {}

    private static Approval approval(Values values) {
        return new Approval(
                values.need(ID),
                values.need(PROJECT),
                values.get(NAME),
                values.need(DEPARTMENT),
                values.need(KIND),
                values.need(IMPORTANT),
                values.need(ACCEPTED_ON),
                values.get(COMMITMENT_DAYS),
                values.need(SUSPENSIONS),
                values.get(GREEN_CHANNEL_OPENED_ON),
                values.get(URGED_ON),
                values.get(COMPLETED_ON));
    }
}
