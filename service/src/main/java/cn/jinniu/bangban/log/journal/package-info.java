/** Files that take entries at once and hold them until the database has them. */
@NullMarked
package cn.jinniu.bangban.log.journal;

import org.jspecify.annotations.NullMarked;
