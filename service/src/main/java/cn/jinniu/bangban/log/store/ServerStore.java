package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.text.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in a database that many replicas share, and that keeps for good what it commits. Each replica has a chain
 * of its own, the first that no other has: the database holds a lock for it as long as the replica is connected.
 */
public final class ServerStore implements EntryStore {
    /** Advisory locks are known by two numbers: this one says that they are the log's. */
    static final int LOCKS = 0x62616E67;

    private final LogLocation.Server server;
    private final IntConsumer released;
    private final Consumer<List<Kept>> kept;
    private final Consumer<LogDatabase> opened;

    private @Nullable LogDatabase database;
    private @Nullable Connection connection;
    private int chain;

    /**
     * @param released is told how many bytes need not be held any longer
     * @param kept is told what was kept, in order
     * @param opened is told the database once it is open
     */
    public ServerStore(
            LogLocation.Server server, IntConsumer released, Consumer<List<Kept>> kept, Consumer<LogDatabase> opened) {
        this.server = server;
        this.released = released;
        this.kept = kept;
        this.opened = opened;
    }

    @Override
    public Head claim() throws StoreFailed {
        disconnect();
        LogDatabase open = database;
        if (open == null) {
            open = LogDatabase.open(server);
            database = open;
            opened.accept(open);
        }
        try {
            Connection fresh = open.connect();
            connection = fresh;
            commitForGood(fresh);
            chain = claimChain(fresh);
            fresh.setAutoCommit(false);
            Head head = EntryTable.head(fresh, chain);
            fresh.commit();
            return head;
        } catch (SQLException e) {
            disconnect();
            throw new StoreFailed("日志数据库没有回应", "the log's database does not answer", e);
        }
    }

    /** A server may be set up to lose the last commits with its power. */
    private static void commitForGood(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'")) {
            statement.execute();
        }
    }

    private int claimChain(Connection fresh) throws SQLException {
        SortedMap<Integer, String> all = ChainTable.all(fresh);
        all.remove(ChainTable.OPERATOR);
        List<Integer> candidates = new ArrayList<>(all.keySet());
        if (candidates.remove((Integer) chain)) {
            candidates.add(0, chain); // the one it had
        }
        for (int candidate : candidates) {
            if (lock(fresh, candidate)) {
                return candidate;
            }
        }
        int added = all.isEmpty() ? 1 : all.lastKey() + 1;
        if (!lock(fresh, added)) {
            throw new SQLException("another replica is just taking chain " + added);
        }
        ChainTable.add(fresh, added);
        return added;
    }

    private static boolean lock(Connection connection, int chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCKS);
            statement.setInt(2, chain);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void append(Head head, List<Kept> batch) throws StoreFailed {
        Connection to = connection;
        if (to == null) {
            throw new StoreFailed("日志数据库没有连上", "the log's database is not connected");
        }
        try {
            EntryTable.insert(to, batch);
            to.commit();
        } catch (SQLException e) {
            throw new StoreFailed("日志数据库写不进去", "the log's database did not take an entry", e);
        }
        released.accept(batch.stream().mapToInt(Kept::size).sum());
        kept.accept(batch);
    }

    @Override
    public List<Entry> pending() {
        return List.of();
    }

    @Override
    public @Nullable Text trouble() {
        return null;
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        if (old != null && database != null) {
            // Not back into the pool: the lock lives as long as the connection.
            database.evict(old);
        }
    }

    @Override
    public void close() {
        disconnect();
        if (database != null) {
            database.close();
        }
    }
}
