/**
 * A rules folder that somebody proposes: unpacked from an archive, checked, tried and compared with the ruleset in force,
 * and then forgotten. Puts nothing into force, and knows no Spring.
 */
@NullMarked
package cn.jinniu.bangban.candidate;

import org.jspecify.annotations.NullMarked;
