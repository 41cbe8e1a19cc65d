package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.FoundBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * The latest entries of a chain, which are in no block yet, with their terms. Of an entry's own a term and the entry are
 * one number, and these are sorted, many at a time; those of answers are kept together, as they come again and again. Not
 * safe for many threads.
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

    /** Which entries have an answer that is found by these terms; by identity, the same terms may be there twice. */
    private final Map<long[], RoaringBitmap> answers = new IdentityHashMap<>();

    private long keys;
    private long answered;
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

    /** How many terms and answers all its entries have. */
    long keys() {
        return keys + opened + answered;
    }

    /** When the entry at a place was written. */
    long at(long place) {
        return times[(int) (place - first)];
    }

    /** Adds the next entry. */
    void add(long at, FoundBy foundBy) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count] = at;
        for (long term : foundBy.own()) {
            if (opened == open.length) {
                open = Arrays.copyOf(open, 2 * opened);
            }
            open[opened++] = term << ENTRY_BITS | count;
        }
        for (long[] answer : foundBy.answers()) {
            answers.computeIfAbsent(answer, absent -> new RoaringBitmap()).add(count);
        }
        answered += foundBy.answers().length;
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
        answers.forEach((terms, entries) -> {
            for (long each : terms) {
                if (each == term) {
                    having.or(entries);
                }
            }
        });
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

    /** All terms, each with those of the first so many entries that have it. */
    SortedMap<Long, RoaringBitmap> inOrder(int entries) {
        SortedMap<Long, RoaringBitmap> terms = new TreeMap<>();
        close();
        for (long[] run : runs) {
            for (long key : run) {
                int entry = (int) key & MOST - 1;
                if (entry < entries) {
                    terms.computeIfAbsent(key >>> ENTRY_BITS, absent -> new RoaringBitmap())
                            .add(entry);
                }
            }
        }
        answers.forEach((found, all) -> {
            RoaringBitmap some = all.clone();
            some.remove(entries, (long) MOST);
            for (long term : some.isEmpty() ? new long[0] : found) {
                terms.computeIfAbsent(term, absent -> new RoaringBitmap()).or(some);
            }
        });
        return terms;
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
        answered = 0;
        for (Iterator<RoaringBitmap> each = answers.values().iterator(); each.hasNext(); ) {
            RoaringBitmap having = each.next();
            having.remove(0, (long) entries);
            if (having.isEmpty()) {
                each.remove();
            }
        }
        answers.replaceAll((terms, having) -> RoaringBitmap.addOffset(having, -entries));
        answers.values().forEach(having -> answered += having.getCardinality());
        count -= entries;
        times = Arrays.copyOfRange(times, entries, Math.max(entries + 256, entries + count));
        first += entries;
    }
}
