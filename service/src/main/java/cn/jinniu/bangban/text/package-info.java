/** Text that people read, in the two languages the service speaks. */
@NullMarked
package cn.jinniu.bangban.text;

import org.jspecify.annotations.NullMarked;
