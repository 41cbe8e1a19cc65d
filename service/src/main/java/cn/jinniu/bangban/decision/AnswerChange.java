package cn.jinniu.bangban.decision;

import java.util.List;

/**
 * An answer that is there before and after, and says something else.
 *
 * @param fields the contract's names of the fields that differ, in its order
 */
public record AnswerChange<A>(List<String> fields, A before, A after) {}
