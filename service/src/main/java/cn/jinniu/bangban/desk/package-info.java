/** From the bytes of a request to the bytes of its answer, the same way for the web and the command line. No Spring. */
@NullMarked
package cn.jinniu.bangban.desk;

import org.jspecify.annotations.NullMarked;
