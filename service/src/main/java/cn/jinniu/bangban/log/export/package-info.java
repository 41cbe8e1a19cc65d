/** Records of the log as they are shown and handed out: in JSON, a line each, and as a table. */
@NullMarked
package cn.jinniu.bangban.log.export;

import org.jspecify.annotations.NullMarked;
