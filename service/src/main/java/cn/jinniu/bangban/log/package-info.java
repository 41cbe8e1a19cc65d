/**
 * The decision log: what was asked, by whom, and what was answered, kept before the answer leaves. Its entries are chained
 * by hashes, one chain per replica. Knows no Spring.
 */
@NullMarked
package cn.jinniu.bangban.log;

import org.jspecify.annotations.NullMarked;
