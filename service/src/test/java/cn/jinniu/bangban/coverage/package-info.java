@NullMarked
package cn.jinniu.bangban.coverage;

import org.jspecify.annotations.NullMarked;
