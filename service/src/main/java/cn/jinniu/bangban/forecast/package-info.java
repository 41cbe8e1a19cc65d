/**
 * What comes next: the decisions on a request on the days to come, told as what changes from one to the next, and as a
 * calendar of due days.
 */
@NullMarked
package cn.jinniu.bangban.forecast;

import org.jspecify.annotations.NullMarked;
