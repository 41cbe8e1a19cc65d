package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.text.Text;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The decision log to look at. The password of a database is not for a command line, where others may see it. */
final class LogOption {
    private static final String PASSWORD = "BANGBAN_LOGPASSWORD";

    @Option(
            names = "--log",
            paramLabel = "WHERE",
            description = {
                "决定日志：目录，或 PostgreSQL 的 JDBC 地址（默认取环境变量 BANGBAN_LOG，否则为 data）",
                "The decision log: a folder, or the JDBC URL of a PostgreSQL database (default: BANGBAN_LOG, or else data)"
            })
    private @Nullable String where;

    @Option(
            names = "--log-user",
            paramLabel = "NAME",
            defaultValue = "${env:BANGBAN_LOGUSER}",
            description = {
                "数据库用户（默认取 BANGBAN_LOGUSER）；口令取自环境变量 " + PASSWORD,
                "User of the database (default: BANGBAN_LOGUSER); the password is taken from " + PASSWORD
            })
    private @Nullable String user;

    /** As if it had been named on the command line. */
    static LogOption of(String where) {
        LogOption option = new LogOption();
        option.where = where;
        option.user = System.getenv("BANGBAN_LOGUSER");
        return option;
    }

    /** Whether a log was named on the command line. */
    boolean isGiven() {
        return where != null;
    }

    /** Where the log is, as it was said. */
    String where() {
        return where == null ? System.getenv().getOrDefault("BANGBAN_LOG", "data") : where;
    }

    LogLocation location() {
        try {
            LogLocation location = LogLocation.of(where(), user, System.getenv(PASSWORD));
            if (location instanceof LogLocation.Off) {
                throw new Failure("off 表示不记日志；请用 --log 指明日志", "off means that no log is kept; name one with --log");
            }
            return location;
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "--log 应为目录或 jdbc:postgresql://… 地址", "--log is to be a folder or a URL jdbc:postgresql://…");
        }
    }

    /** Opens it, whether a service writes it just now or not. */
    LogAccess open() {
        QuietLogging.ask();
        try {
            return LogAccess.open(location());
        } catch (StoreFailed e) {
            throw cannotOpen(e);
        }
    }

    static Failure cannotOpen(StoreFailed e) {
        return new Failure(
                "无法打开决定日志：" + e.text().zh(),
                "the decision log cannot be opened: " + e.text().en());
    }

    static Failure unreadable(SQLException e) {
        Text reason = reading(e);
        return new Failure(reason.zh(), reason.en());
    }

    static Text reading(SQLException e) {
        return new Text("决定日志无法读取：" + e.getMessage(), "the decision log cannot be read: " + e.getMessage());
    }
}
