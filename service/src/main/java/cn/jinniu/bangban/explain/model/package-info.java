/** Explanations of decisions, as immutable records. Knows neither Spring nor Drools. */
@NullMarked
package cn.jinniu.bangban.explain.model;

import org.jspecify.annotations.NullMarked;
