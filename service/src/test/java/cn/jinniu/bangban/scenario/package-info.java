@NullMarked
package cn.jinniu.bangban.scenario;

import org.jspecify.annotations.NullMarked;
