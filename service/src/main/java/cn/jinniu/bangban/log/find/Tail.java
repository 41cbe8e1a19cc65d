package cn.jinniu.bangban.log.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * The latest entries of a chain, which are in no block yet, with their terms: a term and the entry that has it are one
 * number, and these are sorted, many at a time. Not safe for many threads.
 */
final class Tail {
    /** Bits that count entries. */
    private static final int ENTRY_BITS = Long.SIZE - 1 - Terms.BITS;

    /** More than this it does not hold. */
    static final int MOST = 1 << ENTRY_BITS;

    private static final int RUN = 1 << 15;

    private long first;
    private int count;
    private long[] times = new long[256];
    /** Each sorted; entries of one come before those of the next. */
    private List<long[]> runs = new ArrayList<>();

    private long keys;
    private long[] open = new long[RUN];
    private int opened;

    /** @param first the place of the entry that comes first */
    Tail(long first) {
        this.first = first;
    }

    long first() {
        return first;
    }

    /** The place of the entry that comes next. */
    long next() {
        return first + count;
    }

    int count() {
        return count;
    }

    /** How many terms all its entries have. */
    long keys() {
        return keys + opened;
    }

    /** When the entry at a place was written. */
    long at(long place) {
        return times[(int) (place - first)];
    }

    /** Adds the next entry. */
    void add(long at, long[] terms) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count] = at;
        for (long term : terms) {
            if (opened == open.length) {
                open = Arrays.copyOf(open, 2 * opened);
            }
            open[opened++] = term << ENTRY_BITS | count;
        }
        count++;
        if (opened >= RUN) {
            close();
        }
    }

    private void close() {
        if (opened > 0) {
            long[] run = Arrays.copyOf(open, opened);
            Arrays.sort(run);
            runs.add(run);
            keys += opened;
            opened = 0;
        }
    }

    /** Which entries have a term, counted from the first. */
    RoaringBitmap having(long term) {
        RoaringBitmap having = new RoaringBitmap();
        for (long[] run : runs) {
            int at = Arrays.binarySearch(run, term << ENTRY_BITS);
            for (int i = at < 0 ? -at - 1 : at; i < run.length && run[i] >>> ENTRY_BITS == term; i++) {
                having.add((int) run[i] & MOST - 1);
            }
        }
        for (int i = 0; i < opened; i++) {
            if (open[i] >>> ENTRY_BITS == term) {
                having.add((int) open[i] & MOST - 1);
            }
        }
        return having;
    }

    /** How many entries were written before a time. */
    int before(long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All terms with the entries that have them, of the first so many entries, in order. */
    long[] sorted(int entries) {
        close();
        long[] all = new long[Math.toIntExact(keys)];
        int size = 0;
        for (long[] run : runs) {
            for (long key : run) {
                if ((key & MOST - 1) < entries) {
                    all[size++] = key;
                }
            }
        }
        long[] sorted = size == all.length ? all : Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        return sorted;
    }

    static long term(long key) {
        return key >>> ENTRY_BITS;
    }

    static int entry(long key) {
        return (int) key & MOST - 1;
    }

    /** Drops the first so many entries. */
    void drop(int entries) {
        close();
        List<long[]> left = new ArrayList<>();
        keys = 0;
        for (long[] run : runs) {
            long[] rest = Arrays.stream(run)
                    .filter(key -> (key & MOST - 1) >= entries)
                    .map(key -> key - entries)
                    .toArray();
            if (rest.length > 0) {
                left.add(rest);
                keys += rest.length;
            }
        }
        runs = left;
        count -= entries;
        times = Arrays.copyOfRange(times, entries, Math.max(entries + 256, entries + count));
        first += entries;
    }
}
