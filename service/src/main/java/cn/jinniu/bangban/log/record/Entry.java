package cn.jinniu.bangban.log.record;

/**
 * An entry of the log.
 *
 * @param place where it stands (see {@link Place})
 * @param at when it was written, in microseconds since 1970; never before the entry ahead of it
 * @param hash SHA-256 over the hash of the entry ahead of it, and all of this one (see {@link Chain})
 */
public record Entry(long place, long at, Draft draft, byte[] hash) {}
