package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kept;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was kept and not looked at yet. Whoever keeps does not wait for it. What is too much is dropped: it is in the
 * database, and can be read there.
 */
final class Inbox {
    /** Bounds the memory it takes, in terms. */
    private static final long MOST = 2_000_000;

    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicLong size = new AtomicLong();

    /**
     * An entry that was kept.
     *
     * @param terms null when they are to be taken from the entry
     * @param entry null when the terms are known
     */
    record Item(
            long place,
            long at,
            long @Nullable [] terms,
            @Nullable Entry entry) {
        long[] allTerms() {
            if (terms != null) {
                return terms;
            }
            return entry == null ? new long[0] : EntryTerms.of(entry);
        }

        private int size() {
            return 16
                    + (terms == null ? 0 : terms.length)
                    + (entry == null ? 0 : entry.draft().size() / Long.BYTES);
        }
    }

    void put(Kept kept) {
        Entry entry = kept.entry();
        long[] terms = kept.terms();
        Item item = new Item(entry.place(), entry.at(), terms, terms == null ? entry : null);
        if (size.addAndGet(item.size()) <= MOST) {
            items.add(item);
        } else {
            size.addAndGet(-item.size());
        }
    }

    /** Empties it, the first that came first. */
    void drain(Consumer<Item> to) {
        for (Item item = items.poll(); item != null; item = items.poll()) {
            size.addAndGet(-item.size());
            to.accept(item);
        }
    }
}
