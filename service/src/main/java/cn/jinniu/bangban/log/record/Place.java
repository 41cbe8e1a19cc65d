package cn.jinniu.bangban.log.record;

/**
 * Where an entry stands, as one number: its chain, then its number in the chain. Numbers begin at 1 and have no gaps but
 * those that were signed off.
 */
public final class Place {
    private static final int NUMBER_BITS = 40;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private Place() {}

    public static long of(int chain, long number) {
        return (long) chain << NUMBER_BITS | number;
    }

    public static int chain(long place) {
        return (int) (place >>> NUMBER_BITS);
    }

    public static long number(long place) {
        return place & NUMBER;
    }

    /** Before every entry of a chain. */
    public static long start(int chain) {
        return of(chain, 0);
    }

    /** Behind every entry of a chain. */
    public static long end(int chain) {
        return of(chain, NUMBER);
    }
}
