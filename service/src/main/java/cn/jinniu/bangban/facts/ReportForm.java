package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;

/** How a report is written. */
final class ReportForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Report");
    private static final Field<String> ID = FORM.required("id", Types.ID, "报告编号", "id of the report");
    private static final Field<ReportKind> KIND = FORM.required(
            "kind",
            new WordType<>(ReportKind.class),
            "服务情况、佐证材料或进度报告",
            "about a commissioner's service, a unit's evidence, or a project's progress");
    private static final Field<String> COMMISSIONER = FORM.optional(
            "commissioner", Types.PERSON, "报告的服务专员；SERVICE 必填", "id of the person who reports; required for SERVICE");
    private static final Field<Unit> UNIT = FORM.optional(
            "unit",
            Types.ANY_UNIT,
            "报告单位；EVIDENCE 和 PROGRESS 必填",
            "unit that reports; required for EVIDENCE and PROGRESS");
    private static final Field<String> PROJECT = FORM.optional(
            "project", Types.PROJECT, "所报告项目的编号；PROGRESS 必填", "id of the project reported on; required for PROGRESS");
    private static final Field<YearMonth> MONTH = FORM.required("month", Types.MONTH, "所报告的月份", "month reported on");
    private static final Field<LocalDate> SUBMITTED_ON =
            FORM.required("submittedOn", Types.DATE, "提交日期", "day it was submitted");

    static final ObjectType<Report> TYPE = FORM.where(ObjectRule.requires(KIND, ReportKind.SERVICE, COMMISSIONER))
            .where(ObjectRule.requires(KIND, ReportKind.EVIDENCE, UNIT))
            .where(ObjectRule.requires(KIND, ReportKind.PROGRESS, UNIT))
            .where(ObjectRule.requires(KIND, ReportKind.PROGRESS, PROJECT))
            .where(ObjectRule.meets(Reference.REPORT_OF_SERVICE, ID, KIND, ReportKind.SERVICE))
            .makes(values -> new Report(
                    values.need(ID),
                    values.need(KIND),
                    values.get(COMMISSIONER),
                    values.get(UNIT),
                    values.get(PROJECT),
                    values.need(MONTH),
                    values.need(SUBMITTED_ON)));

    private ReportForm() {}
}
