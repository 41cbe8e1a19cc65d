package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.text.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int END_WITHIN_MILLIS = 2_000;

    private final LogLocation.Server server;
    private final IntConsumer released;
    private final Consumer<List<Kept>> kept;
    private final Consumer<LogDatabase> opened;

    private @Nullable LogDatabase database;
    private @Nullable Connection connection;
    private @Nullable Session session;
    private int chain;

    /** The server's side of a connection; a number is used again, but not with the same start. */
    private record Session(int number, OffsetDateTime start) {}

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
            endFormer(fresh);
            session = session(fresh);
            commitForGood(fresh);
            chain = claimChain(fresh);
            fresh.setAutoCommit(false);
            Head head = EntryTable.head(fresh, chain);
            fresh.commit();
            return head;
        } catch (SQLException e) {
            disconnect();
            throw noAnswer(e);
        }
    }

    /**
     * Ends what the server may still have of the connection before. Until then it holds the chain, and what it was sent
     * may yet be kept.
     */
    private void endFormer(Connection fresh) throws SQLException {
        Session former = session;
        if (former == null) {
            return;
        }
        try (PreparedStatement statement = fresh.prepareStatement(
                "SELECT pg_terminate_backend(pid, ?) FROM pg_stat_activity WHERE pid = ? AND backend_start = ?")) {
            statement.setLong(1, END_WITHIN_MILLIS);
            statement.setInt(2, former.number());
            statement.setObject(3, former.start());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && !row.getBoolean(1)) {
                    throw new SQLException("session " + former.number() + ", which this replica had, does not end");
                }
            }
        }
        session = null;
    }

    private static Session session(Connection fresh) throws SQLException {
        try (PreparedStatement statement = fresh.prepareStatement(
                        "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Session(row.getInt(1), row.getObject(2, OffsetDateTime.class));
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
            throw notConnected();
        }
        try {
            EntryTable.insert(to, batch);
            to.commit();
        } catch (SQLException e) {
            throw new StoreFailed("日志数据库写不进去", "the log's database did not take an entry", e);
        }
        tell(batch);
    }

    private void tell(List<Kept> batch) {
        released.accept(batch.stream().mapToInt(Kept::size).sum());
        kept.accept(batch);
    }

    @Override
    public boolean tookAfterAll(List<Kept> batch) throws StoreFailed {
        Connection from = connection;
        if (from == null) {
            throw notConnected();
        }
        Entry last = batch.get(batch.size() - 1).entry();
        try {
            byte[] hash = EntryTable.hash(from, last.place());
            from.commit();
            if (!Arrays.equals(hash, last.hash())) {
                return false;
            }
        } catch (SQLException e) {
            throw noAnswer(e);
        }
        tell(batch);
        return true;
    }

    @Override
    public List<Entry> pending() {
        return List.of();
    }

    @Override
    public @Nullable Text trouble() {
        return null;
    }

    private static StoreFailed notConnected() {
        return new StoreFailed("日志数据库没有连上", "the log's database is not connected");
    }

    private static StoreFailed noAnswer(SQLException e) {
        return new StoreFailed("日志数据库没有回应", "the log's database does not answer", e);
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
