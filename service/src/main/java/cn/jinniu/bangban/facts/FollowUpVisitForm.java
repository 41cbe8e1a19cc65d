package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How a follow-up visit is written. */
final class FollowUpVisitForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("FollowUpVisit");
    private static final Field<String> ID = FORM.required("id", Types.ID, "回访编号", "id of the visit");
    private static final Field<String> REPORT = FORM.required(
            "report",
            new ReferenceType(Reference.REPORT_OF_SERVICE),
            "所回访的 SERVICE 类报告的编号",
            "id of the SERVICE report it follows up");
    private static final Field<String> VISITOR =
            FORM.required("visitor", Types.PERSON, "回访人编号", "id of the person who paid the visit");
    private static final Field<LocalDate> VISITED_ON =
            FORM.required("visitedOn", Types.DATE, "回访日期", "day of the visit");
    private static final Field<LocalDate> RECORDED_ON =
            FORM.optional("recordedOn", Types.DATE, "记录日期，不早于 visitedOn", "day it was recorded, not before visitedOn");

    static final ObjectType<FollowUpVisit> TYPE = FORM.where(ObjectRule.inOrder(VISITED_ON, RECORDED_ON))
            .makes(values -> new FollowUpVisit(
                    values.need(ID),
                    values.need(REPORT),
                    values.need(VISITOR),
                    values.need(VISITED_ON),
                    values.get(RECORDED_ON)));

    private FollowUpVisitForm() {}
}
