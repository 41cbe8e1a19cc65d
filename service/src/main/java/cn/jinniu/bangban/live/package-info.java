/**
 * The ruleset in force, and how a new one takes its place: the folder is watched, a change is copied when it has settled,
 * checked, compiled and tried off to the side, and put into force whole or not at all. Knows no Spring.
 */
@NullMarked
package cn.jinniu.bangban.live;

import org.jspecify.annotations.NullMarked;
