package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
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
    /** Bounds the memory it takes, in numbers. */
    private static final long MOST = 2_000_000;

    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicLong size = new AtomicLong();

    /**
     * An entry that was kept.
     *
     * @param foundBy null when that is to be taken from the entry
     * @param entry null when that is known
     */
    record Item(
            long place,
            long at,
            @Nullable FoundBy foundBy,
            @Nullable Entry entry) {
        FoundBy known() {
            if (foundBy != null) {
                return foundBy;
            }
            return entry == null ? FoundBy.NOTHING : EntryTerms.of(entry);
        }

        private int size() {
            return 16
                    + (foundBy == null ? 0 : foundBy.own().length + foundBy.answers().length)
                    + (entry == null ? 0 : entry.draft().size() / Long.BYTES);
        }
    }

    void put(Kept kept) {
        Entry entry = kept.entry();
        FoundBy foundBy = kept.foundBy();
        Item item = new Item(entry.place(), entry.at(), foundBy, foundBy == null ? entry : null);
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
