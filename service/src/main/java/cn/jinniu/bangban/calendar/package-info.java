/** Working days of the State Council's yearly arrangements. Pure; knows neither Spring nor Drools. */
package cn.jinniu.bangban.calendar;
