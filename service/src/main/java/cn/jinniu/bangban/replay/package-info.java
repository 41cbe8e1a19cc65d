/**
 * Replaying a decision log: each recorded request is decided again by the very rules that were in force then, taken from the
 * log's own archive, and must come out byte for byte as it was answered. Tells what does not, what was told by clause and
 * unit, and what other rules would have said. Knows no Spring and no command line.
 */
@NullMarked
package cn.jinniu.bangban.replay;

import org.jspecify.annotations.NullMarked;
