/**
 * How much of a ruleset its scenarios cover, and how strong they are: which rules fire in which scenario, and whether any
 * scenario notices when a rules folder is changed in one small place. Knows scenarios and the engine; prints nothing.
 */
@NullMarked
package cn.jinniu.bangban.coverage;

import org.jspecify.annotations.NullMarked;
