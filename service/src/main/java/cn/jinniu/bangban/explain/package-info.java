/**
 * Why an answer was given and why one was not: asked about a request, told as JSON or as indented text. Decisions that nobody
 * asks about pay nothing for it. Knows neither Spring nor Drools.
 */
@NullMarked
package cn.jinniu.bangban.explain;

import org.jspecify.annotations.NullMarked;
