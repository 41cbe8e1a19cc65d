package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a replica's entries. Used by one thread. */
public interface EntryStore extends AutoCloseable {
    /**
     * Claims a chain, or makes sure of the one that was claimed, and finds its end. Called at the start and after every
     * failure, as often as it takes.
     */
    Head claim() throws StoreFailed;

    /**
     * Keeps entries; when this returns, they survive a loss of power.
     *
     * @param head the entry they follow
     * @throws StoreFailed when that is not certain: they may be kept all the same, {@link #tookAfterAll} tells
     */
    void append(Head head, List<Kept> batch) throws StoreFailed;

    /**
     * Whether the entries of an {@link #append} that failed were kept, all of them, and only the word of it was lost. Asked
     * once a chain is claimed again, which need not be the one they are of; if not, none of them was, or ever will be.
     */
    boolean tookAfterAll(List<Kept> batch) throws StoreFailed;

    /** Entries that were kept and that the database has not got yet, in order; some it may have got just now. */
    List<Entry> pending();

    /** Why no more can be taken, although the last append went well; null when it can. */
    @Nullable
    Text trouble();

    /** Finishes what is under way. */
    @Override
    void close();
}
