package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.export.AnswerTable;
import cn.jinniu.bangban.log.export.RecordJson;
import cn.jinniu.bangban.log.find.Filter;
import cn.jinniu.bangban.log.find.Finder;
import cn.jinniu.bangban.log.find.IndexBehind;
import cn.jinniu.bangban.log.find.Indexer;
import cn.jinniu.bangban.log.find.LogIndex;
import cn.jinniu.bangban.log.find.Search;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands out what a log has, as a table or as records. */
@Command(
        name = "export",
        description = {
            "导出决定日志：表格（CSV，每项答复一行，Excel、WPS 可直接打开）或记录（NDJSON，每份决定一行），最新的在前",
            "Export the decision log: as a table (CSV, a row for each answer, for Excel and WPS) or as records (NDJSON, a line"
                    + " for each decision), the newest first"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:已导出 / exported", "2:选项有误或无法读取日志 / option wrong or the log cannot be read"})
final class LogExportCommand implements Callable<Integer> {
    /** Records in memory at a time. */
    private static final int AT_A_TIME = 64;

    private static final int BUFFER = 64 * 1024;

    /** How it is written. */
    enum Format {
        CSV,
        NDJSON
    }

    private final Console console;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private FilterOptions filters = new FilterOptions();

    @Mixin
    private PrivacyOptions privacy = new PrivacyOptions();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson",
            defaultValue = "csv",
            description = {"导出形式（默认 csv）", "How to write it (default: csv)"})
    private Format format = Format.CSV;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {"写入文件（默认标准输出）", "File to write (default: standard output)"})
    private @Nullable Path output;

    LogExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Filter filter = filters.filter();
        try (LogAccess access = log.open()) {
            Search search = search(access.database(), filter);
            if (output == null) {
                write(search, filter, console.out());
            } else {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output), BUFFER)) {
                    write(search, filter, out);
                } catch (IOException e) {
                    throw new Failure(
                            "无法写入 " + output + "（" + IoReasons.of(e).zh() + "）",
                            output + " cannot be written (" + IoReasons.of(e).en() + ")");
                }
            }
            return ExitCodes.OK;
        } catch (SQLException e) {
            throw LogOption.unreadable(e);
        }
    }

    private Search search(LogDatabase database, Filter filter) throws SQLException {
        LogIndex index = new LogIndex(List::of);
        Finder finder = new Finder(database, index, List::of);
        try {
            return begin(finder, filter);
        } catch (IndexBehind behind) {
            makeIndex(database, index);
        }
        try {
            return begin(finder, filter);
        } catch (IndexBehind behind) {
            throw new Failure("日志写入太快，索引跟不上；请稍后再试", "the log grows faster than its index can be made; try again later");
        }
    }

    private static Search begin(Finder finder, Filter filter) throws SQLException, IndexBehind {
        try {
            return finder.search(filter, null, AT_A_TIME);
        } catch (Finder.BadCursor impossible) {
            throw new IllegalStateException(impossible); // none is given
        }
    }

    private void makeIndex(LogDatabase database, LogIndex index) throws SQLException {
        try (Indexer indexer = new Indexer(index, () -> database);
                Progress progress = Progress.of("index", -1, console)) {
            indexer.all(database, entries -> progress.step());
        }
    }

    private void write(Search search, Filter filter, OutputStream out) throws SQLException, IOException {
        try (Progress progress = Progress.of("export", -1, console)) {
            if (format == Format.CSV) {
                AnswerTable table = new AnswerTable(out, lang.language, filter, privacy.privacy(), privacy.masking());
                for (Entry entry = search.next(); entry != null; entry = search.next()) {
                    table.add(entry);
                    progress.step();
                }
                table.close();
            } else {
                RecordJson json = new RecordJson(privacy.privacy(), privacy.masking());
                for (Entry entry = search.next(); entry != null; entry = search.next()) {
                    out.write(json.bytes(entry));
                    out.write('\n');
                    progress.step();
                }
            }
            out.flush();
        }
    }
}
