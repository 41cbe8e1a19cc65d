/**
 * Names that the log keeps encrypted, and names that are left out of what is exported. Which they are is said by JSON
 * pointers with {@code *} for any element or member.
 */
@NullMarked
package cn.jinniu.bangban.log.privacy;

import org.jspecify.annotations.NullMarked;
