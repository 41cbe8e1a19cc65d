package cn.jinniu.bangban.log.record;

/**
 * The last entry of a chain, on which the next is built.
 *
 * @param place its place; of a chain without entries its start
 * @param at when it was written, in microseconds since 1970; 0 for none
 * @param hash its hash; zeros for none
 */
public record Head(long place, long at, byte[] hash) {
    public static Head none(int chain) {
        return new Head(Place.start(chain), 0, new byte[Chain.HASH_LENGTH]);
    }

    public static Head of(Entry entry) {
        return new Head(entry.place(), entry.at(), entry.hash());
    }
}
