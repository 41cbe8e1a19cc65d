package cn.jinniu.bangban.explain.model;

import org.jspecify.annotations.Nullable;

/**
 * A field of the request that a value comes from.
 *
 * @param pointer where it stands in the request (RFC 6901)
 * @param sent its value as sent; null when it is absent
 * @param notYet whether it is dated after the day decided for, and so counted as absent
 */
public record Origin(String pointer, @Nullable Object sent, boolean notYet) {}
