package cn.jinniu.bangban.log.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A log as those who look at it or look after it see it: its database, with all that a stopped replica left in its journal
 * moved into it. Of a folder that a running service has, the database is reached through the service.
 */
public final class LogAccess implements AutoCloseable {
    private final LogDatabase database;
    private final @Nullable FolderLock lock;
    private final @Nullable Path torn;

    private LogAccess(LogDatabase database, @Nullable FolderLock lock, @Nullable Path torn) {
        this.database = database;
        this.lock = lock;
        this.torn = torn;
    }

    /** Opens a log. */
    public static LogAccess open(LogLocation location) throws StoreFailed {
        if (location instanceof LogLocation.Server server) {
            return new LogAccess(LogDatabase.open(server), null, null);
        } else if (location instanceof LogLocation.Folder folder) {
            try {
                return open(folder.path());
            } catch (IOException e) {
                throw new StoreFailed(
                        "日志目录 " + folder.path() + " 无法打开",
                        "the log's folder " + folder.path() + " cannot be opened",
                        e);
            }
        }
        throw new StoreFailed("那里不记日志", "no log is kept there");
    }

    private static LogAccess open(Path folder) throws IOException, StoreFailed {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        FolderLock lock = FolderLock.take(folder);
        if (lock == null) {
            return new LogAccess(EmbeddedDatabase.through(folder), null, null);
        }
        try {
            Path torn = Mover.moveAll(folder);
            return new LogAccess(EmbeddedDatabase.open(folder), lock, torn);
        } catch (IOException | StoreFailed e) {
            lock.close();
            throw e;
        }
    }

    public LogDatabase database() {
        return database;
    }

    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** The file of the journal whose last write did not reach the disk whole; null when all did. */
    public @Nullable Path torn() {
        return torn;
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new IllegalStateException("the log's folder cannot be let go of", e);
            }
        }
    }
}
