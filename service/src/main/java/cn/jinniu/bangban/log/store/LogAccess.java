package cn.jinniu.bangban.log.store;

import cn.jinniu.bangban.log.journal.Journal;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.Files;
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
    private final @Nullable Text damage;

    private LogAccess(LogDatabase database, @Nullable FolderLock lock, @Nullable Path torn, @Nullable Text damage) {
        this.database = database;
        this.lock = lock;
        this.torn = torn;
        this.damage = damage;
    }

    /** A log that is there cannot be opened, because it is not as it was left. */
    public static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text text;

        Damaged(Text text) {
            super(text.en());
            this.text = text;
        }

        /** For people. */
        public Text text() {
            return text;
        }
    }

    /** Opens a log. */
    public static LogAccess open(LogLocation location) throws StoreFailed {
        try {
            LogAccess access = inspect(location);
            Text damage = access.damage;
            if (damage != null) {
                access.close();
                throw new StoreFailed(damage.zh(), damage.en());
            }
            return access;
        } catch (Damaged e) {
            throw new StoreFailed(e.text().zh(), e.text().en());
        }
    }

    /**
     * Opens a log to look for what is wrong with it: where its journal is damaged, that is told by {@link #damage}, and its
     * database is opened all the same.
     *
     * @throws Damaged when its database cannot be opened because it is damaged
     */
    public static LogAccess inspect(LogLocation location) throws StoreFailed, Damaged {
        if (location instanceof LogLocation.Server server) {
            return new LogAccess(LogDatabase.open(server), null, null, null);
        } else if (location instanceof LogLocation.Folder folder) {
            try {
                return inspect(folder.path());
            } catch (IOException e) {
                throw new StoreFailed(
                        "日志目录 " + folder.path() + " 无法打开",
                        "the log's folder " + folder.path() + " cannot be opened",
                        e);
            }
        }
        throw new StoreFailed("那里不记日志", "no log is kept there");
    }

    private static LogAccess inspect(Path folder) throws IOException, StoreFailed, Damaged {
        if (!Files.isDirectory(folder) || !EmbeddedDatabase.exists(folder) && !Journal.exists(folder)) {
            throw new StoreFailed("目录 " + folder + " 中没有决定日志", "there is no decision log in the folder " + folder);
        }
        FolderLock lock = FolderLock.take(folder);
        if (lock == null) {
            return new LogAccess(EmbeddedDatabase.through(folder), null, null, null);
        }
        try {
            Path torn = null;
            Text damage = null;
            try {
                torn = Mover.moveAll(folder);
            } catch (StoreFailed e) {
                damage = e.text();
            } catch (IOException e) {
                damage = new StoreFailed("流水文件无法读取", "the journal cannot be read", e).text();
            }
            return new LogAccess(openDatabase(folder), lock, torn, damage);
        } catch (RuntimeException | Damaged e) {
            lock.close();
            throw e;
        }
    }

    /** Whoever has the folder's lock is kept from opening the database by nothing but its state. */
    private static LogDatabase openDatabase(Path folder) throws Damaged {
        try {
            return EmbeddedDatabase.open(folder);
        } catch (StoreFailed e) {
            throw new Damaged(e.text());
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

    /** What is wrong with the journal, whose entries are then not in the database; null when nothing is. */
    public @Nullable Text damage() {
        return damage;
    }

    /** Gives the disk back what is not needed any more; does nothing while a service runs, or on a server. */
    public void compact() throws SQLException {
        if (lock != null) {
            database.compact();
        }
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
