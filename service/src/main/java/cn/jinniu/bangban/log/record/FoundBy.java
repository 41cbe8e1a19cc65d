package cn.jinniu.bangban.log.record;

/**
 * What an entry is found by, as numbers. Not to be changed.
 *
 * @param own those of its own; none twice
 * @param answers those of each of its answers. Answers that are found by the same mostly share one array, of all entries,
 *     so what they have in common need not be gone through for each
 */
public record FoundBy(long[] own, long[][] answers) {
    /** By nothing. */
    public static final FoundBy NOTHING = new FoundBy(new long[0], new long[0][]);
}
