package cn.jinniu.bangban.explain.model;

import org.jspecify.annotations.Nullable;

/**
 * What is asked about one kind of answer.
 *
 * @param kind which kind it is
 * @param code its code
 * @param type type of its subject
 * @param id id of its subject
 * @param bearer the unit that bears it; null for any
 * @param period the period it is owed for; null for any
 * @param obligation id of the obligation an alert is about; null for any
 */
public record Question(
        Kind kind,
        String code,
        String type,
        String id,
        @Nullable String bearer,
        @Nullable String period,
        @Nullable String obligation) {
    /** The kinds of answers. */
    public enum Kind {
        DETERMINATION,
        OBLIGATION,
        ALERT
    }
}
