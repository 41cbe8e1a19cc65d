package cn.jinniu.bangban.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit owes, and how it stands.
 *
 * @param id {@code CODE:bearer:subjectType:subjectId}, with {@code :period} behind it where it has one
 * @param bearer id of the unit that owes it
 * @param assignee id of the person who is to do it, null unless a rule names one
 * @param period month, quarter or year it is owed for, null when it is owed once
 * @param due last day to fulfil it in time (inclusive), null where there is none
 * @param daysLate calendar days after the due day: of the evidence, or of the day decided for while there is none
 * @param attendees ids of the units to meet, sorted; null unless it is about a meeting
 * @param provisional whether the due day was computed in working days of a year without calendar data
 */
public record Obligation(
        String id,
        String code,
        String clause,
        String rule,
        String bearer,
        @Nullable String assignee,
        Subject subject,
        @Nullable String period,
        @Nullable LocalDate due,
        Status status,
        @Nullable LocalDate fulfilledOn,
        int daysLate,
        @Nullable List<String> attendees,
        boolean provisional) {}
