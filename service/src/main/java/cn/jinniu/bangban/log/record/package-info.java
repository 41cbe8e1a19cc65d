/** What the log keeps: entries, how they are chained by hashes, and their bodies. */
@NullMarked
package cn.jinniu.bangban.log.record;

import org.jspecify.annotations.NullMarked;
