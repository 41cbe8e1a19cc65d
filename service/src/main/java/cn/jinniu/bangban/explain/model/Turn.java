package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A change of the request that by itself turns an answer: it is not given then, or says something else.
 *
 * @param change one field, with another value
 * @param otherwise the answer given instead, in a sentence; null when it is not given any more
 */
public record Turn(Change change, @Nullable Text otherwise) {}
