/**
 * Finds decisions on the log. What an entry can be found by is a set of terms; for runs of entries, blocks, the database
 * has for each term which entries have it, as bitmaps, so that combining conditions is combining bitmaps, and the newest
 * blocks, looked at first, mostly have enough. The latest entries, which are in no block yet, are held in memory.
 */
@NullMarked
package cn.jinniu.bangban.log.find;

import org.jspecify.annotations.NullMarked;
