package cn.jinniu.bangban.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that do not count.
 *
 * @param from first of them, inclusive
 * @param to last of them, inclusive; null while the end is not known
 */
public record Span(LocalDate from, @Nullable LocalDate to) {}
