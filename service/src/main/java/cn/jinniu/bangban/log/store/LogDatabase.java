package cn.jinniu.bangban.log.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database of a log, with its tables as this version of the program wants them. */
public final class LogDatabase implements AutoCloseable {
    /** Which kind of database it is. */
    public enum Dialect {
        H2("VARBINARY", ""),
        // Bitmaps do not get smaller, only slower to read.
        POSTGRESQL("BYTEA", "ALTER TABLE block_page ALTER COLUMN postings SET STORAGE EXTERNAL;");

        private final String bytes;
        private final String uncompressed;

        Dialect(String bytes, String uncompressed) {
            this.bytes = bytes;
            this.uncompressed = uncompressed;
        }
    }

    /** Where the migrations lie, beside this class. */
    private static final String MIGRATIONS = "classpath:cn/jinniu/bangban/log/store";

    private final HikariDataSource source;
    private final Dialect dialect;

    private LogDatabase(HikariDataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /** A database on a server. */
    public static LogDatabase open(LogLocation.Server server) throws StoreFailed {
        HikariConfig config = config(server.url());
        config.setDriverClassName("org.postgresql.Driver");
        config.setUsername(server.user());
        config.setPassword(server.password());
        // A server that is gone without a word must not be waited for for ever.
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // What it did not take would be told to whoever asks next, and to the service's own log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "bangban");
        return open(config, Dialect.POSTGRESQL);
    }

    /** The embedded database of a folder. Only one process can have it open. */
    static LogDatabase openEmbedded(String url) throws StoreFailed {
        HikariConfig config = config(url);
        config.setDriverClassName("org.h2.Driver");
        config.setUsername("bangban");
        config.setPassword("");
        return open(config, Dialect.H2);
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("log");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(2_000);
        return config;
    }

    private static LogDatabase open(HikariConfig config, Dialect dialect) throws StoreFailed {
        HikariDataSource source;
        try {
            source = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreFailed("日志数据库无法打开", "the log's database cannot be opened", rootOf(e));
        }
        try {
            Flyway.configure(LogDatabase.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .placeholders(Map.of("bytes", dialect.bytes, "uncompressed", dialect.uncompressed))
                    .load()
                    .migrate();
            return new LogDatabase(source, dialect);
        } catch (FlywayException e) {
            source.close();
            Throwable root = rootOf(e);
            throw root instanceof IOException
                    ? new StoreFailed("日志数据库读写失败", "the log's database cannot be read or written", root)
                    : new StoreFailed(
                            "日志的数据表建不起来，或者被改过", "the log's tables cannot be made or are not as they were made", root);
        }
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    public Dialect dialect() {
        return dialect;
    }

    public DataSource source() {
        return source;
    }

    /** The log as it is now, for reading all of it. */
    public Snapshot snapshot() throws SQLException {
        return Snapshot.of(this);
    }

    /** @throws SQLException that says why the database cannot be reached, where the pool of connections knows it */
    public Connection connect() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLTransientConnectionException e) {
            throw e.getCause() instanceof SQLException reason ? reason : e;
        }
    }

    /**
     * Sees to it that what was committed survives a loss of power. PostgreSQL does so when it commits; H2 only writes, and
     * leaves the rest to the system, unless told.
     */
    void force(Connection connection) throws SQLException {
        if (dialect == Dialect.H2) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    /** Closes the embedded database, and writes it anew with nothing in it that is not needed. */
    void compact() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
        close();
    }

    /** Ends a connection instead of putting it by for others. */
    void evict(Connection connection) {
        source.evictConnection(connection);
    }

    @Override
    public void close() {
        source.close();
    }
}
