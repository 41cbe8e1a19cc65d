package cn.jinniu.bangban.decision;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** The members of a decision's JSON, encoded once. */
enum Member {
    DECISION_ID("decisionId"),
    AS_OF("asOf"),
    RULESET("ruleset"),
    ID("id"),
    VERSION("version"),
    DETERMINATIONS("determinations"),
    OBLIGATIONS("obligations"),
    ALERTS("alerts"),
    CODE("code"),
    SUBJECT("subject"),
    TYPE("type"),
    VALUE("value"),
    GROUNDS("grounds"),
    CLAUSE("clause"),
    RULE("rule"),
    BEARER("bearer"),
    ASSIGNEE("assignee"),
    PERIOD("period"),
    DUE("due"),
    STATUS("status"),
    FULFILLED_ON("fulfilledOn"),
    DAYS_LATE("daysLate"),
    ATTENDEES("attendees"),
    PROVISIONAL("provisional"),
    SEVERITY("severity"),
    ADDRESSEES("addressees"),
    OBLIGATION("obligation"),
    MESSAGE("message");

    private final SerializableString encoded;

    Member(String name) {
        encoded = new SerializedString(name);
    }

    SerializableString encoded() {
        return encoded;
    }
}
