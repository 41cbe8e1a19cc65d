package cn.jinniu.bangban.log.store;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the log is kept. */
public sealed interface LogLocation {
    /** Nowhere: no log is kept. */
    record Off() implements LogLocation {}

    /** In a folder, by a database that runs within this process. */
    record Folder(Path path) implements LogLocation {}

    /** In a PostgreSQL database. */
    record Server(
            String url, @Nullable String user, @Nullable String password) implements LogLocation {}

    /**
     * @param where {@code off}, a folder, or the JDBC URL of a PostgreSQL database
     * @throws IllegalArgumentException for any other URL
     */
    static LogLocation of(String where, @Nullable String user, @Nullable String password) {
        if (where.toLowerCase(Locale.ROOT).equals("off")) {
            return new Off();
        } else if (where.startsWith("jdbc:postgresql:")) {
            return new Server(where, user, password);
        } else if (where.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "the log can be kept in a folder or in PostgreSQL (jdbc:postgresql://…), not in "
                            + where.replaceFirst("^(jdbc:[^:]*:).*", "$1…"));
        }
        return new Folder(Path.of(where));
    }
}
