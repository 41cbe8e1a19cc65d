/** The program. */
@NullMarked
package cn.jinniu.bangban;

import org.jspecify.annotations.NullMarked;
