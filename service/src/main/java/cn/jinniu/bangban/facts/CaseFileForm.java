package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** How a request is written. */
final class CaseFileForm {
    private static final int MONTHS_BACK = CaseFile.MONTHS_BACK;

    private static final ObjectType.Builder FORM = new ObjectType.Builder("Request");
    private static final Field<LocalDate> AS_OF = FORM.optional(
            "asOf", Types.DATE, "按哪一天的情况作出决定；默认为上海时间当日", "the day to decide for; default: today in Asia/Shanghai");
    private static final Field<YearMonth> REPORTING_FROM = FORM.optional(
            "reportingFrom",
            new MonthType(false),
            "自哪个月起列出周期性义务；默认为 asOf 所在月的上一个月，不晚于 asOf 所在月，至多早 " + MONTHS_BACK + " 个月",
            "first month whose periodic duties are listed; default: the month before asOf's; not after asOf's month, at"
                    + " most " + MONTHS_BACK + " months before it");
    private static final Field<List<Project>> PROJECTS =
            FORM.list("projects", ProjectForm.TYPE, "重点项目候选", "candidate key projects");
    private static final Field<List<Appointment>> APPOINTMENTS =
            FORM.list("appointments", AppointmentForm.TYPE, "服务专员的任命", "appointments of commissioners");
    private static final Field<List<OwnerContact>> OWNER_CONTACTS =
            FORM.list("ownerContacts", OwnerContactForm.TYPE, "与项目业主的对接", "contacts with project owners");
    private static final Field<List<ServiceRequest>> SERVICE_REQUESTS =
            FORM.list("serviceRequests", ServiceRequestForm.TYPE, "项目业主的服务需求", "needs that project owners put");
    private static final Field<List<Approval>> APPROVALS =
            FORM.list("approvals", ApprovalForm.TYPE, "项目申请的审批事项", "approvals that projects applied for");
    private static final Field<List<Difficulty>> DIFFICULTIES =
            FORM.list("difficulties", DifficultyForm.TYPE, "项目遇到的困难问题", "difficulties that projects met");
    private static final Field<List<Report>> REPORTS =
            FORM.list("reports", ReportForm.TYPE, "已提交的报告", "reports that were submitted");
    private static final Field<List<FollowUpVisit>> FOLLOW_UP_VISITS =
            FORM.list("followUpVisits", FollowUpVisitForm.TYPE, "对服务报告的回访", "visits that follow up reports");
    private static final Field<District> DISTRICT = FORM.optional(
            "district",
            DistrictForm.TYPE,
            "全区性事实；仅在给出时才决定全区性义务",
            "district-wide facts; only when it is present are district-wide duties decided");

    static final ObjectType<CaseFile> TYPE =
            FORM.where(CaseFileForm::checkReportingFrom).makes(CaseFileForm::caseFile);

    private CaseFileForm() {}

    /** Counts from the day the request gives, or from today where it gives none; a wrong {@code asOf} gives no measure. */
    private static void checkReportingFrom(Values values, Scan scan) {
        YearMonth from = values.get(REPORTING_FROM);
        LocalDate asOf = values.given(AS_OF) ? values.get(AS_OF) : scan.today;
        if (from == null || asOf == null) {
            return;
        }
        YearMonth last = YearMonth.from(asOf);
        YearMonth first = last.minusMonths(MONTHS_BACK);
        if (from.isAfter(last) || from.isBefore(first)) {
            scan.report(
                    REPORTING_FROM,
                    FactErrorCode.OUT_OF_RANGE,
                    () -> Wording.reportingFromOutside(from, asOf, first, last));
        }
    }

    private static CaseFile caseFile(Values values, Scan scan) {
        LocalDate asOf = Objects.requireNonNullElse(values.get(AS_OF), scan.today);
        scan.firstMonthGiven = values.get(REPORTING_FROM) != null;
        return new CaseFile(
                asOf,
                Objects.requireNonNullElse(values.get(REPORTING_FROM), CaseFile.firstMonthBy(asOf)),
                values.need(PROJECTS),
                values.need(APPOINTMENTS),
                values.need(OWNER_CONTACTS),
                values.need(SERVICE_REQUESTS),
                values.need(APPROVALS),
                values.need(DIFFICULTIES),
                values.need(REPORTS),
                values.need(FOLLOW_UP_VISITS),
                values.get(DISTRICT));
    }
}
