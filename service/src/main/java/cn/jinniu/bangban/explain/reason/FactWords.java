package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.text.Text;
import java.util.Map;

/** What the types of facts are called, and what look-ups look up. */
final class FactWords {
    private static final Map<String, Text> TYPES = Map.ofEntries(
            entry("Project", "项目", "project"),
            entry("Listing", "年度计划列入记录", "listing in an annual plan"),
            entry("Appointment", "专员任命", "appointment"),
            entry("OwnerContact", "业主对接记录", "contact with the owner"),
            entry("ServiceRequest", "服务需求", "service request"),
            entry("Approval", "审批事项", "approval"),
            entry("Difficulty", "困难问题", "difficulty"),
            entry("Report", "报送材料", "report"),
            entry("FollowUpVisit", "回访", "follow-up visit"),
            entry("District", "全区事实", "district-wide facts"),
            entry("KeyProjectList", "已印发的重点项目清单", "issued key-project list"),
            entry("TrainingPlan", "培训计划", "training plan"),
            entry("Training", "培训", "training"),
            entry("TrainerRequest", "培训人员调度", "request for a trainer"),
            entry("Bulletin", "通报", "bulletin"),
            entry("AsOf", "决定日", "day decided for"),
            entry("ReportingMonth", "列出的月份", "month listed"),
            entry("ReportingQuarter", "列出的季度", "quarter listed"),
            entry("ReportingYear", "列出的年份", "year listed"),
            entry("ReportingDeadline", "当月报送期限", "reporting deadline of a month"),
            entry("ListingInForce", "有效的列入", "listing in force"),
            entry("CountedListing", "连续计入的列入", "listing that counts"),
            entry("KeyProject", "重点项目身份", "key project"),
            entry("CaseOwner", "牵头单位的认定", "case owner"),
            entry("ActiveProject", "在办重点项目", "active key project"),
            entry("CommissionerResponsibility", "项目专员负责制", "commissioner's responsibility"),
            entry("ProjectCommissioner", "在任的项目专员", "commissioner of the project"),
            entry("ProjectEnterprise", "实施项目的国有企业", "enterprise of the project"),
            entry("ApprovalInHand", "在办的审批事项", "approval in hand"),
            entry("Commitment", "承诺期限", "committed day"),
            entry("Urging", "督促", "urging"),
            entry("DifficultyInHand", "在办的困难问题", "difficulty in hand"),
            entry("MeetingGround", "召开联席会议的理由", "ground for a joint meeting"),
            entry("MeetingCase", "应议的困难问题", "difficulty with grounds for a meeting"),
            entry("RequestInHand", "在办的服务需求", "service request in hand"),
            entry("CarryingAppointment", "当月承担项目的任命", "appointment carrying a project in the month"),
            entry("Involvement", "涉重单位", "involved unit"),
            entry("RecentDeparture", "近期离任", "recent departure"),
            entry("PostToFill", "待配备的岗位", "post to fill"),
            entry("Duty", "义务", "duty"),
            entry("Fulfilled", "已履行的义务", "fulfilled obligation"),
            entry("Pending", "未到期的义务", "pending obligation"),
            entry("Overdue", "逾期的义务", "overdue obligation"),
            entry("Unfulfilled", "未履行的义务", "unfulfilled obligation"));

    private static final Map<String, Text> LOOK_UPS = Map.ofEntries(
            entry("firstAppointedOn", "其中最早的任命日", "the earliest appointment among them"),
            entry("lastEndedOn", "其中最晚的离任日", "the latest departure among them"),
            entry("firstContact", "首次对接业主", "the first contact with the owner"),
            entry("firstServiceReport", "首次报送的服务情况", "the first report on the month's service"),
            entry("firstEvidenceReport", "首次报送的印证材料", "the first evidence of the month"),
            entry("firstProgressReport", "首次报送的项目进度", "the first progress report of the month"),
            entry("firstVisitByAnother", "他人首次回访", "the first visit by somebody else"),
            entry("firstTrainingPlan", "当年首个培训计划", "the year's first training plan"),
            entry("firstTrainingHeld", "期间首次培训", "the first training held in the time"),
            entry("firstBulletin", "当月首份通报", "the month's first bulletin"));

    private FactWords() {}

    private static Map.Entry<String, Text> entry(String word, String zh, String en) {
        return Map.entry(word, new Text(zh, en));
    }

    /** What a type is called; by its own name where nothing is known of it. */
    static Text type(String name) {
        return TYPES.getOrDefault(name, new Text(name, name));
    }

    /** What a look-up looks up. */
    static Text lookUp(String name) {
        return LOOK_UPS.getOrDefault(name, new Text(name, name));
    }
}
