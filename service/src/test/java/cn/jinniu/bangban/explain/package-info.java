/** Explanations, held to the rules, to the reference implementation, and to what people read. */
@NullMarked
package cn.jinniu.bangban.explain;

import org.jspecify.annotations.NullMarked;
