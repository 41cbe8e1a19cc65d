/** The reading of rules that explanations rest on, held to what the rule engine does. */
@NullMarked
package cn.jinniu.bangban.explain.reason;

import org.jspecify.annotations.NullMarked;
