package cn.jinniu.bangban.ruleset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a message can speak of. In a message each is written as its word in braces. */
enum Placeholder {
    /** The obligation's unit. */
    BEARER("bearer"),
    /** The person who is to do it. */
    ASSIGNEE("assignee"),
    /** What it is about, as its type's label says. */
    SUBJECT("subject"),
    /** The subject, unless the act names it, or it is the bearer or the assignee, or there is but one of its type. */
    ABOUT("about"),
    SUBJECT_TYPE("subjectType"),
    /** Month, quarter or year. */
    PERIOD("period"),
    DUE("due"),
    FULFILLED_ON("fulfilledOn"),
    /** A number of days with its word. */
    DAYS_LATE("daysLate"),
    /** A remark where the due day is provisional. */
    PROVISIONAL("provisional"),
    /** The units to meet. */
    ATTENDEES("attendees"),
    /** The units to tell. */
    ADDRESSEES("addressees"),
    /** The unit an alert singles out. */
    UNIT("unit"),
    CLAUSE("clause"),
    /** The obligation's name. */
    OBLIGATION("obligation"),
    /** What the obligation's bearer is to do, as a phrase. */
    ACT("act"),
    /** The alert's name. */
    ALERT("alert"),
    SEVERITY("severity"),
    /** The subject's id; only in labels. */
    ID("id"),
    /** What people call the subject; only in labels. */
    NAME("name");

    private static final Map<String, Placeholder> BY_WORD = new LinkedHashMap<>();

    static {
        Arrays.stream(values()).forEach(placeholder -> BY_WORD.put(placeholder.word, placeholder));
    }

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** All placeholders by word. */
    static Map<String, Placeholder> byWord() {
        return BY_WORD;
    }
}
