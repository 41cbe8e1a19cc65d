package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.find.Indexer;
import cn.jinniu.bangban.log.find.LogIndex;
import cn.jinniu.bangban.log.store.LogAccess;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the index of a log anew. */
@Command(
        name = "reindex",
        description = {
            "由条目重建查找用的索引（例如核对发现索引被改动时）；条目不变",
            "Make the index for finding anew from the entries, as when it was changed; the entries stay as they are"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:已重建 / made anew", "2:选项有误或无法读取日志 / option wrong or the log cannot be read"})
final class LogReindexCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    LogReindexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (LogAccess access = log.open();
                Indexer indexer = new Indexer(new LogIndex(List::of), access::database);
                Progress progress = Progress.of("index", -1, console)) {
            indexer.anew(access.database(), entries -> progress.step());
            return ExitCodes.OK;
        } catch (SQLException e) {
            throw LogOption.unreadable(e);
        }
    }
}
