package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.text.Text;

/** The columns of the table of answers. */
enum Column {
    TIME("", "时间", "time"),
    DECISION("", "决定编号", "decision"),
    CALLER("", "请求方", "caller"),
    AS_OF("", "决定日", "asOf"),
    KIND("", "类别", "kind"),
    CODE("code", "代码", "code"),
    CLAUSE("clause", "条款", "clause"),
    BEARER("bearer", "责任单位", "bearer"),
    ASSIGNEE("assignee", "经办人", "assignee"),
    SUBJECT_TYPE("", "对象类型", "subjectType"),
    SUBJECT("", "对象编号", "subject"),
    PERIOD("period", "期间", "period"),
    DUE("due", "期限", "due"),
    STATUS("status", "状态", "status"),
    FULFILLED_ON("fulfilledOn", "完成日", "fulfilledOn"),
    DAYS_LATE("daysLate", "迟延天数", "daysLate"),
    PROVISIONAL("provisional", "期限暂定", "provisional"),
    ATTENDEES("attendees", "参会单位", "attendees"),
    VALUE("value", "认定结果", "value"),
    GROUNDS("grounds", "认定依据", "grounds"),
    SEVERITY("severity", "程度", "severity"),
    ADDRESSEES("addressees", "提醒对象", "addressees"),
    ID("id", "答复编号", "id"),
    RULE("rule", "规则", "rule"),
    MESSAGE("message", "说明", "message"),
    RULESET("", "规则版本", "ruleset"),
    BODIES("", "内容是否完整", "bodies");

    private final String member;
    private final Text title;

    /** @param member the member of an answer that stands in it; empty where it is something else */
    Column(String member, String zh, String en) {
        this.member = member;
        this.title = new Text(zh, en);
    }

    String member() {
        return member;
    }

    Text title() {
        return title;
    }
}
