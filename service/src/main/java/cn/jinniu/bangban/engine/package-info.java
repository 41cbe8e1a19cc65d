/**
 * Compiles a ruleset's rules and decides by them. The only place that knows Drools; knows nothing of Spring.
 *
 * <p>A request's facts go into a fresh working memory, the rules derive and answer, the answers come out sorted.
 */
@NullMarked
package cn.jinniu.bangban.engine;

import org.jspecify.annotations.NullMarked;
