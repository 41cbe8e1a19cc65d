/** Rulesets as the log keeps them. */
@NullMarked
package cn.jinniu.bangban.log.archive;

import org.jspecify.annotations.NullMarked;
