/** Working days of the State Council's yearly arrangements. Pure; knows neither Spring nor Drools. */
@NullMarked
package cn.jinniu.bangban.calendar;

import org.jspecify.annotations.NullMarked;
