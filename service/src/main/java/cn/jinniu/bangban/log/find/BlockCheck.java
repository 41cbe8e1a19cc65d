package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Looks whether the blocks are as they were written, and together lead to every entry up to the last of them. What is
 * not can be removed, and is made anew from the entries.
 */
public final class BlockCheck {
    private final Connection connection;
    private final LongConsumer wrong;
    private final Set<Long> ids = new HashSet<>();
    private final Set<Long> told = new HashSet<>();

    private record Row(long id, Block block, byte[] digest, boolean retired) {}

    private BlockCheck(Connection connection, LongConsumer wrong) {
        this.connection = connection;
        this.wrong = wrong;
    }

    /**
     * @param connection that of a snapshot
     * @param wrong is told the place of the first entry of each run of entries whose block is not as it was written, once
     */
    public static void of(Connection connection, LongConsumer wrong) throws SQLException {
        new BlockCheck(connection, wrong).check();
    }

    private void check() throws SQLException {
        List<Row> rows = rows();
        List<Block> live = new ArrayList<>();
        List<Block> retired = new ArrayList<>();
        for (Row row : rows) {
            ids.add(row.id());
            if (row.id() != row.block().id()) {
                wrong(row.id() >> Block.LEVEL_BITS); // one of the two is right
                wrong(row.block().first());
            } else if (!Arrays.equals(digest(row), row.digest())) {
                wrong(row.block().first());
            }
            (row.retired() ? retired : live).add(row.block());
        }
        live.sort(Comparator.comparingLong(Block::first));
        checkTogether(live);
        for (Block block : retired) {
            if (live.stream().noneMatch(other -> other.first() <= block.first() && other.last() >= block.last())) {
                wrong(block.first());
            }
        }
        checkPages();
    }

    private void wrong(long place) {
        if (told.add(place)) {
            wrong.accept(place);
        }
    }

    private List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, level, first_place, last_place, first_at, last_at, digest, retired FROM block");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Block block = new Block(row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
                rows.add(new Row(row.getLong(1), block, row.getBytes(7), row.getBoolean(8)));
            }
        }
        return rows;
    }

    private byte[] digest(Row row) throws SQLException {
        BlockDigest digest = new BlockDigest(row.block());
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT term, postings FROM block_page WHERE block = ? ORDER BY block, term")) {
            statement.setFetchSize(10);
            statement.setLong(1, row.id());
            try (ResultSet page = statement.executeQuery()) {
                while (page.next()) {
                    digest.add(new BlockTable.Page(page.getLong(1), page.getBytes(2)));
                }
            }
        }
        return digest.bytes();
    }

    private boolean hasDecision(long from, long to) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM entry WHERE place BETWEEN ? AND ? AND kind = ? LIMIT 1")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setInt(3, Kind.DECISION.code());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** One behind the other, from a chain's first entry on; what was pruned need not be found. */
    private void checkTogether(List<Block> live) throws SQLException {
        Block before = null;
        for (Block block : live) {
            int chain = Place.chain(block.first());
            long next =
                    before == null || Place.chain(before.first()) != chain ? Place.start(chain) + 1 : before.last() + 1;
            if (block.first() < next || block.first() > next && hasDecision(next, block.first() - 1)) {
                wrong(next);
            }
            before = block;
        }
    }

    /** Pages that belong to no block. */
    private void checkPages() throws SQLException {
        Set<Long> strays = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT block FROM block_page GROUP BY block ORDER BY block");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (!ids.contains(row.getLong(1))) {
                    strays.add(row.getLong(1) >> Block.LEVEL_BITS);
                }
            }
        }
        strays.forEach(this::wrong);
    }
}
