/** Tests of proposed rules. */
@NullMarked
package cn.jinniu.bangban.candidate;

import org.jspecify.annotations.NullMarked;
