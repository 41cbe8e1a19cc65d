@NullMarked
package cn.jinniu.bangban.forecast;

import org.jspecify.annotations.NullMarked;
