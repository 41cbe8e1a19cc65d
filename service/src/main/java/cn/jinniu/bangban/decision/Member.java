package cn.jinniu.bangban.decision;

import java.nio.charset.StandardCharsets;
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
    private final byte[] named;

    Member(String name) {
        encoded = new SerializedString(name);
        named = ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    SerializableString encoded() {
        return encoded;
    }

    /** The name in its quotes, and the colon behind it. */
    byte[] named() {
        return named;
    }
}
