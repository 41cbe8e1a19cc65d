package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The tables of blocks and their pages. */
final class BlockTable {
    private static final String COLUMNS = "level, first_place, last_place, first_at, last_at";

    private BlockTable() {}

    /** A block that was there is there no more: its like is in one it was merged into. */
    static final class Vanished extends Exception {
        private static final long serialVersionUID = 1L;

        Vanished() {
            super(null, null, false, false);
        }
    }

    /** A page as it is stored. */
    record Page(long term, byte[] postings) {}

    /** The blocks of a chain, the last first. */
    static List<Block> live(Connection connection, int chain) throws SQLException {
        return blocks(connection, chain, false);
    }

    /** Blocks of a chain that were merged into others and whose pages are to be removed. */
    static List<Block> retired(Connection connection, int chain) throws SQLException {
        return blocks(connection, chain, true);
    }

    private static List<Block> blocks(Connection connection, int chain, boolean retired) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM block WHERE id BETWEEN ? AND ? AND retired = ? ORDER BY first_place DESC")) {
            statement.setLong(1, new Block(0, Place.start(chain), 0, 0, 0).id());
            statement.setLong(2, new Block(0, Place.end(chain), 0, 0, 0).id());
            statement.setBoolean(3, retired);
            List<Block> blocks = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    blocks.add(
                            new Block(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
            return blocks;
        }
    }

    static void insert(Connection connection, Block block, byte[] digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO block (id, " + COLUMNS + ", digest, retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, block.id());
            statement.setInt(2, block.level());
            statement.setLong(3, block.first());
            statement.setLong(4, block.last());
            statement.setLong(5, block.firstAt());
            statement.setLong(6, block.lastAt());
            statement.setBytes(7, digest);
            statement.setBoolean(8, false);
            statement.executeUpdate();
        }
    }

    static void insert(Connection connection, Block block, List<Page> pages) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO block_page (block, term, postings) VALUES (?, ?, ?)")) {
            for (Page page : pages) {
                statement.setLong(1, block.id());
                statement.setLong(2, page.term());
                statement.setBytes(3, page.postings());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The digest that a block was stored with. */
    static byte[] digest(Connection connection, Block block) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT digest FROM block WHERE id = ?")) {
            statement.setLong(1, block.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    /** Removes all blocks of a chain with their pages. */
    static void removeAll(Connection connection, int chain) throws SQLException {
        for (boolean retired : new boolean[] {false, true}) {
            for (Block block : blocks(connection, chain, retired)) {
                remove(connection, block);
            }
        }
    }

    static void retire(Connection connection, Block block) throws SQLException {
        update(connection, "UPDATE block SET retired = TRUE WHERE id = ?", block);
    }

    /** Removes a block with its pages. */
    static void remove(Connection connection, Block block) throws SQLException {
        update(connection, "DELETE FROM block_page WHERE block = ?", block);
        update(connection, "DELETE FROM block WHERE id = ?", block);
    }

    private static void update(Connection connection, String sql, Block block) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, block.id());
            statement.executeUpdate();
        }
    }

    /** Some pages of a block, in order, that begin behind a term. */
    static List<Page> pages(Connection connection, Block block, long behind, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT term, postings FROM block_page WHERE block = ? AND term > ? ORDER BY block, term LIMIT ?")) {
            statement.setLong(1, block.id());
            statement.setLong(2, behind);
            statement.setInt(3, most);
            List<Page> pages = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pages.add(new Page(row.getLong(1), row.getBytes(2)));
                }
            }
            return pages;
        }
    }

    /**
     * Which entries of some blocks have a term, counted from each block's first; blocks without any are left out.
     *
     * @throws Vanished when one of the blocks is no more
     */
    static Map<Block, RoaringBitmap> having(
            Connection connection, LogDatabase.Dialect dialect, List<Block> blocks, long term)
            throws SQLException, Vanished {
        Map<Block, RoaringBitmap> having = new HashMap<>();
        if (dialect == LogDatabase.Dialect.H2 || blocks.size() == 1) {
            for (Block block : blocks) {
                put(having, block, page(connection, block, term), term);
            }
            return having;
        }
        Map<Long, Block> byId = blocks.stream().collect(Collectors.toMap(Block::id, block -> block));
        int found = 0;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT wanted.block, page.postings FROM unnest(?) AS wanted (block) CROSS JOIN LATERAL (SELECT postings"
                        + " FROM block_page WHERE block_page.block = wanted.block AND term <= ?"
                        + " ORDER BY block DESC, term DESC LIMIT 1) AS page")) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", byId.keySet().toArray()));
            statement.setLong(2, term);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found++;
                    put(having, byId.get(row.getLong(1)), row.getBytes(2), term);
                }
            }
        }
        if (found < blocks.size()) {
            throw new Vanished();
        }
        return having;
    }

    private static void put(Map<Block, RoaringBitmap> having, @Nullable Block block, byte[] page, long term) {
        RoaringBitmap entries = Postings.find(page, term);
        if (entries != null && block != null) {
            having.put(block, entries);
        }
    }

    /** The page that has a term, if the block has it at all. */
    private static byte[] page(Connection connection, Block block, long term) throws SQLException, Vanished {
        // By both, or else the embedded database reads all pages up to the term.
        try (PreparedStatement statement = connection.prepareStatement("SELECT postings FROM block_page"
                + " WHERE block = ? AND term <= ? ORDER BY block DESC, term DESC LIMIT 1")) {
            statement.setLong(1, block.id());
            statement.setLong(2, term);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Vanished();
                }
                return row.getBytes(1);
            }
        }
    }
}
