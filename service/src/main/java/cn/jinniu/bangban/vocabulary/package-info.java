/**
 * What the rules speak of: the facts they derive on the way to an answer, the functions they may call, and the sink for
 * their answers. Policy lives in the rules; nothing here knows a clause, a code, a limit or a unit. Knows neither Spring
 * nor Drools.
 */
@NullMarked
package cn.jinniu.bangban.vocabulary;

import org.jspecify.annotations.NullMarked;
