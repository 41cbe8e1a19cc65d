package cn.jinniu.bangban.explain.model;

import org.jspecify.annotations.Nullable;

/**
 * A change of the request.
 *
 * @param pointer the field or element to change (RFC 6901); {@code -} at the end stands for a new element
 * @param from its value as sent; null when it is absent
 * @param to its value to try; null to leave it out
 */
public record Change(
        String pointer, @Nullable Object from, @Nullable Object to) {}
