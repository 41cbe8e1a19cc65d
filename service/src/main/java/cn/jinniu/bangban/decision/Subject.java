package cn.jinniu.bangban.decision;

import org.jspecify.annotations.Nullable;

/**
 * What an answer is about.
 *
 * @param type one of the contract's subject types
 * @param id its id
 * @param name what people call it, for messages only; not part of the answer
 */
public record Subject(String type, String id, @Nullable String name) {}
