/** Proving that a log is what was written: walking its chains, sealing their ends, removing old entries with a sign-off. */
@NullMarked
package cn.jinniu.bangban.log.verify;

import org.jspecify.annotations.NullMarked;
