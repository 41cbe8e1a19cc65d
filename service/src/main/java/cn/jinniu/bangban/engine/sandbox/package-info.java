/**
 * What a rule may do, and how long it may take. A rule may read facts, call what is offered, reckon with days, numbers
 * and collections, and answer; everything else is refused before it runs, in three layers of which each denies what it
 * does not know: the rules as written ({@link cn.jinniu.bangban.engine.sandbox.RuleFileGuard}), the classes they can see
 * ({@code RuleClassLoader}), and what was compiled of them
 * ({@code GuardedClasses}). What runs is counted against a
 * {@code Budget}.
 */
@NullMarked
package cn.jinniu.bangban.engine.sandbox;

import org.jspecify.annotations.NullMarked;
