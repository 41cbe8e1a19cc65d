/**
 * What an edit of the rules changes: the same requests decided by two rulesets, and each difference with the rule that
 * makes it in either. Knows no Spring and no command line.
 */
@NullMarked
package cn.jinniu.bangban.impact;

import org.jspecify.annotations.NullMarked;
