/**
 * The facts of a request, as immutable records, and reading them strictly from JSON.
 *
 * <p>Words, fields and limits follow version 1 of the decision contract. Nothing here decides anything, and nothing here
 * knows Spring or Drools.
 */
@NullMarked
package cn.jinniu.bangban.facts;

import org.jspecify.annotations.NullMarked;
