package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.find.Finder;
import cn.jinniu.bangban.log.find.IndexBehind;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the decision log, and says in a problem why it cannot be read. */
@Component
class LogReading {
    private static final Logger LOG = LoggerFactory.getLogger(LogReading.class);

    private final DecisionLogHolder holder;

    LogReading(DecisionLogHolder holder) {
        this.holder = holder;
    }

    /** What is done with something that reads the log. */
    @FunctionalInterface
    interface Reading<S, T> {
        T of(S source) throws SQLException, IndexBehind, Finder.BadCursor, IOException, LogUnavailable;
    }

    /** The entry of an id; nothing when there is none. */
    Optional<Entry> of(UUID id) throws IOException {
        return attempt(log(), log -> Optional.ofNullable(log.of(id)));
    }

    /** Has decisions looked for. */
    <T> T find(Reading<Finder, T> reading) throws IOException {
        return attempt(log(), log -> reading.of(log.finder()));
    }

    /** Has the database looked at. */
    <T> T read(Reading<Connection, T> reading) throws IOException {
        return attempt(log(), log -> {
            try (Connection connection = log.database().connect()) {
                return reading.of(connection);
            }
        });
    }

    private DecisionLog log() {
        DecisionLog log = holder.log();
        if (log == null) {
            throw new ProblemException(Problem.of(
                    "no-log",
                    404,
                    new Text("没有决定日志", "There is no decision log"),
                    new Text(
                            "本服务不记决定日志（bangban.log=off），因此既没有决定记录，也没有规则档案",
                            "this service keeps no decision log (bangban.log=off), so there are neither records of"
                                    + " decisions nor archived rulesets")));
        }
        return log;
    }

    private static <S, T> T attempt(S source, Reading<S, T> reading) throws IOException {
        try {
            return reading.of(source);
        } catch (SQLException e) {
            LOG.warn("The decision log cannot be read", e);
            String reason = String.valueOf(e.getMessage());
            throw new ProblemException(unavailable(new Text(reason, reason)));
        } catch (LogUnavailable e) {
            throw new ProblemException(unavailable(e.reason()));
        } catch (IndexBehind e) {
            throw new ProblemException(Problem.of(
                    "log-indexing",
                    503,
                    new Text("日志索引尚未建好", "The log's index is still being made"),
                    new Text(
                            "还有 " + e.entries() + " 条未编入索引，正在进行；请稍后再试（按编号查阅不受影响）",
                            e.entries() + " entries are not in it yet; it is being made: try again soon."
                                    + " A decision can be had by its id all the same")));
        } catch (Finder.BadCursor e) {
            throw new ProblemException(HttpProblems.parameter(
                    "cursor",
                    "不是本次查询给出的 next；请原样使用 next，其他条件不变，或去掉 cursor 从头查起",
                    "it is not the next that this search gave; use next as it is with the same conditions, or leave"
                            + " cursor out to begin anew"));
        }
    }

    private static Problem unavailable(Text reason) {
        return Problem.of(
                "log-unavailable",
                503,
                new Text("决定日志不可用", "The decision log is not available"),
                new Text(
                        "决定日志暂时无法查阅：" + reason.zh() + "；请稍后再试",
                        "the decision log cannot be read just now: " + reason.en() + "; try again later"));
    }
}
