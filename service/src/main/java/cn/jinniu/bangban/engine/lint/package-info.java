/**
 * What is wrong with rules beyond what Drools would say: it builds comparisons that never match, conditions that
 * contradict one another and rules that say two things of one case. Looks at the rules as the parser understood them and
 * at the types of the vocabulary, builds nothing and runs nothing; where it cannot tell, it says nothing.
 */
@NullMarked
package cn.jinniu.bangban.engine.lint;

import org.jspecify.annotations.NullMarked;
