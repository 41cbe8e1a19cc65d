package cn.jinniu.bangban.engine.lint;

import java.util.Set;

/**
 * The facts that a decision begins with, before any rule concludes others.
 *
 * @param all their types
 * @param single those of which there is at most one
 * @param few those of which there are few, whatever the size of the case: months, quarters, years
 */
public record GivenFacts(Set<Class<?>> all, Set<Class<?>> single, Set<Class<?>> few) {}
