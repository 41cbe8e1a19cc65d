package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.store.EntrySpan;
import cn.jinniu.bangban.log.store.EntryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads spans of a log page by page, so large that reading costs little and so small that memory stays as it is. */
final class LogReader {
    private static final int FEWEST = 4;
    private static final int MOST = 512;
    private static final int BYTES = 2 * 1024 * 1024;

    private final Connection connection;
    private final List<EntrySpan> spans;
    private int span;
    private long behind;
    private int atATime = FEWEST;

    /**
     * @param spans in order
     * @param behind place of the last entry that is read already; 0 for none
     */
    LogReader(Connection connection, List<EntrySpan> spans, long behind) {
        this.connection = connection;
        this.spans = spans;
        this.behind = behind;
    }

    /**
     * Some entries.
     *
     * @param last place of the last one
     * @param bytes about how many bytes they take
     */
    record Page(List<Entry> entries, long last, int bytes) {}

    /** The next ones; null when there are no more. */
    @Nullable
    Page next() throws SQLException {
        while (span < spans.size()) {
            EntrySpan here = spans.get(span);
            long from = Math.max(here.first(), behind + 1);
            List<Entry> entries =
                    from > here.last() ? List.of() : EntryTable.ascending(connection, from, here.last(), atATime);
            if (!entries.isEmpty()) {
                int bytes =
                        entries.stream().mapToInt(entry -> entry.draft().size()).sum();
                behind = entries.get(entries.size() - 1).place();
                atATime = (int)
                        Math.max(FEWEST, Math.min(Math.min(MOST, 4L * atATime), (long) BYTES * entries.size() / bytes));
                return new Page(entries, behind, bytes);
            }
            span++;
        }
        return null;
    }
}
