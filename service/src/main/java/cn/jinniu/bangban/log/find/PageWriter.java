package cn.jinniu.bangban.log.find;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Writes a block, term by term in order; commits nothing. */
final class PageWriter {
    /** A page is full when it has so many bytes; one term that has more is a page of its own. */
    private static final int FULL = 7 * 1024;

    private static final int AT_A_TIME = 64;

    private final Connection connection;
    private final Block block;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * FULL);
    private final DataOutputStream page = new DataOutputStream(bytes);
    private final List<BlockTable.Page> pages = new ArrayList<>();
    private final BlockDigest digest;
    private long begins;

    PageWriter(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
        this.digest = new BlockDigest(block);
    }

    void write(long term, RoaringBitmap entries) throws SQLException {
        if (bytes.size() >= FULL) {
            full();
            begins = term;
        }
        Postings.write(page, term, entries);
    }

    private void full() throws SQLException {
        pages.add(new BlockTable.Page(begins, bytes.toByteArray()));
        bytes.reset();
        if (pages.size() == AT_A_TIME) {
            flush();
        }
    }

    private void flush() throws SQLException {
        pages.forEach(digest::add);
        BlockTable.insert(connection, block, pages);
        pages.clear();
    }

    /** Writes what is left, and that the block is there; a block always has a page. */
    void finish() throws SQLException {
        full();
        flush();
        BlockTable.insert(connection, block, digest.bytes());
    }
}
