/** The answers to a request, as immutable records, and writing them as JSON. Knows neither Spring nor Drools. */
@NullMarked
package cn.jinniu.bangban.decision;

import org.jspecify.annotations.NullMarked;
