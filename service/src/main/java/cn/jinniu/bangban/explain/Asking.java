package cn.jinniu.bangban.explain;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants explained, in the caller's words: one obligation, one alert, or the answers of a code, about a
 * subject; with nothing given, every answer.
 *
 * @param obligation id of an obligation
 * @param alert id of an alert
 * @param code a code of the catalogue
 * @param subject a subject as {@code type:id}
 */
public record Asking(
        @Nullable String obligation,
        @Nullable String alert,
        @Nullable String code,
        @Nullable String subject) {}
