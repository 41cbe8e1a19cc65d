/** Where entries are kept: the database, with a journal before it where the database is an embedded one. */
@NullMarked
package cn.jinniu.bangban.log.store;

import org.jspecify.annotations.NullMarked;
