package cn.jinniu.bangban.log.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A log as it is at one moment, to be read through to its end: what is written meanwhile does not show, and results come a
 * few rows at a time. Only one result at a time is read through it.
 */
public final class Snapshot implements AutoCloseable {
    static final int ROWS_AT_A_TIME = 100;

    private final LogDatabase database;
    private final Connection connection;

    private Snapshot(LogDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Snapshot of(LogDatabase database) throws SQLException {
        Connection connection = database.connect();
        Snapshot snapshot = new Snapshot(database, connection);
        try {
            if (database.dialect() == LogDatabase.Dialect.H2) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LAZY_QUERY_EXECUTION 1");
                }
            }
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    public Connection connection() {
        return connection;
    }

    public LogDatabase.Dialect dialect() {
        return database.dialect();
    }

    @Override
    public void close() {
        // Not back into the pool: it is set up for this.
        database.evict(connection);
    }
}
