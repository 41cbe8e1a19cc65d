/**
 * Decides once more, watched: which rule fired on which facts, what it gave, and what it read on the way; and rules taken
 * apart as they are written. Only explanations ask for it, so plain decisions pay nothing.
 */
@NullMarked
package cn.jinniu.bangban.engine.trace;

import org.jspecify.annotations.NullMarked;
