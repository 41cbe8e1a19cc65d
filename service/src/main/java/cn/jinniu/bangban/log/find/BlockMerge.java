package cn.jinniu.bangban.log.find;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Makes one block of neighbours, a few pages of each in memory at a time; commits nothing. */
final class BlockMerge {
    private static final int AT_A_TIME = 16;

    private BlockMerge() {}

    /** @param blocks the first of them first */
    static void merge(Connection connection, List<Block> blocks, Block merged) throws SQLException {
        PriorityQueue<Source> sources = new PriorityQueue<>((one, other) -> one.term == other.term
                ? Long.compare(one.block.first(), other.block.first())
                : Long.compare(one.term, other.term));
        for (Block block : blocks) {
            Source source = new Source(connection, block, Math.toIntExact(block.first() - merged.first()));
            if (source.advance()) {
                sources.add(source);
            }
        }
        PageWriter writer = new PageWriter(connection, merged);
        List<Source> here = new ArrayList<>();
        while (!sources.isEmpty()) {
            long term = sources.element().term;
            RoaringBitmap all = new RoaringBitmap();
            here.clear();
            while (!sources.isEmpty() && sources.element().term == term) {
                Source source = sources.remove();
                all.or(RoaringBitmap.addOffset(source.entries, source.offset));
                here.add(source);
            }
            writer.write(term, all);
            for (Source source : here) {
                if (source.advance()) {
                    sources.add(source);
                }
            }
        }
        writer.finish();
    }

    /** Reads a block's terms in order. */
    private static final class Source {
        private final Connection connection;
        private final Block block;
        private final int offset;
        private final Deque<BlockTable.Page> pages = new ArrayDeque<>();
        private long read = -1;
        private @Nullable ByteBuffer page;

        private long term;
        private RoaringBitmap entries = new RoaringBitmap();

        Source(Connection connection, Block block, int offset) {
            this.connection = connection;
            this.block = block;
            this.offset = offset;
        }

        boolean advance() throws SQLException {
            ByteBuffer in = page;
            while (in == null || !in.hasRemaining()) {
                if (pages.isEmpty()) {
                    pages.addAll(BlockTable.pages(connection, block, read, AT_A_TIME));
                }
                BlockTable.Page next = pages.poll();
                if (next == null) {
                    return false;
                }
                read = next.term();
                in = ByteBuffer.wrap(next.postings());
            }
            page = in;
            term = in.getLong();
            entries = Postings.entries(in, in.getInt());
            return true;
        }
    }
}
