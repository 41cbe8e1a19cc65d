package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * A rule that could have given something, and what kept it.
 *
 * @param failing its failing conditions, in the order it states them; nothing but these kept it
 * @param says the nearest of them, with what follows from it, in a sentence
 */
public record Attempt(RuleShown rule, List<Failing> failing, Text says) {}
