/** Tests of the command line, in this process and as the jar that is shipped. */
@NullMarked
package cn.jinniu.bangban.cli;

import org.jspecify.annotations.NullMarked;
