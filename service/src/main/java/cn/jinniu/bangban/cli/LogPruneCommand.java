package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.log.verify.Pruning;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes old decisions and signs the gap off. */
@Command(
        name = "prune",
        description = {
            "清理某日以前的决定，并签字留下记录；规则档案和清理记录不清理",
            "Remove decisions of before a day, signed off; rulesets and sign-offs stay"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:已清理 / removed",
            "1:日志与当时写下的不符，未再清理 / the log is not as it was written; stopped",
            "2:选项有误或日志不可用 / option wrong or log not usable"
        })
final class LogPruneCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            description = {"清理这一天（北京时间）以前的，不含当天", "Remove what is older than this day in Shanghai, which itself stays"})
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate before;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = {"为什么清理，写入签字", "Why, for the sign-off"})
    private String reason = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = {"谁批准清理，写入签字", "Who answers for it, for the sign-off"})
    private String by = "";

    LogPruneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        Instant time = before.atStartOfDay(console.clock().getZone()).toInstant();
        try (LogAccess access = log.open();
                Progress progress = Progress.of("清理 prune", -1, console)) {
            long[] shown = {0};
            long removed = new Pruning(access.database(), time, by.strip(), reason.strip(), console.clock(), done -> {
                        progress.step((int) (done - shown[0]));
                        shown[0] = done;
                    })
                    .run();
            if (removed > 0) {
                access.compact();
            }
            say(removed);
            return ExitCodes.OK;
        } catch (StoreFailed e) {
            console.err()
                    .println(
                            switch (lang.language) {
                                case ZH -> e.text().zh();
                                case EN -> e.text().en();
                            });
            return ExitCodes.FOUND;
        } catch (SQLException e) {
            throw LogOption.unreadable(e);
        }
    }

    private void check() {
        if (reason.isBlank() || by.isBlank()) {
            throw new Failure("--by 和 --reason 不能为空", "--by and --reason must say something");
        }
        if (before.isAfter(LocalDate.now(console.clock()))) {
            throw new Failure("--before 不能晚于今天", "--before must not be later than today");
        }
    }

    private void say(long removed) {
        PrintWriter out = console.writer();
        out.println(
                switch (lang.language) {
                    case ZH -> "清理了 " + removed + " 条 " + before + " 以前的记录，" + by.strip() + " 签字";
                    case EN -> removed + " entries of before " + before + " removed, signed off by " + by.strip();
                });
        out.flush();
    }
}
