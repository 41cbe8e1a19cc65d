/**
 * What lies under {@code rules/}: reading a copy of it, and the plain files beside the rules — clauses, catalogue,
 * parameters, units, sectors, owner precedence, calendar. Knows neither Spring nor Drools.
 */
@NullMarked
package cn.jinniu.bangban.ruleset;

import org.jspecify.annotations.NullMarked;
