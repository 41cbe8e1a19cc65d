/**
 * Finds out why an answer was given, and why one was not: reads rules as they are written and tries them on the facts of a
 * traced decision. Knows of the rules only what they say; no policy stands here.
 */
@NullMarked
package cn.jinniu.bangban.explain.reason;

import org.jspecify.annotations.NullMarked;
