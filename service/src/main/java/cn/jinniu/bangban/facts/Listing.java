package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/**
 * A project's entry in an annual key-project plan.
 *
 * @param project id of the project that is listed
 * @param level the plan's level
 * @param year the plan's year
 * @param issuedOn day the plan was issued
 */
public record Listing(String project, Level level, int year, LocalDate issuedOn) {}
