package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.verify.Seal;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the ends of a log's chains, to be kept where whoever can change the log cannot reach. */
@Command(
        name = "seal",
        description = {
            "输出各条链的链尾，另处保管；日后用 log verify --head 核对",
            "Print the heads of the chains, to be kept elsewhere and given to log verify --head later"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:已输出 / printed", "2:无法读取日志 / the log cannot be read"})
final class LogSealCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    /** How it is shown. */
    enum Format {
        JSON,
        TEXT
    }

    @Option(
            names = "--format",
            paramLabel = "json|text",
            defaultValue = "json",
            description = {"输出形式（默认 json；text 供抄写）", "How to show it (default: json; text is for copying by hand)"})
    private Format format = Format.JSON;

    LogSealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (LogAccess access = log.open();
                Connection connection = access.connect()) {
            Seal seal = Seal.of(connection);
            if (format == Format.JSON) {
                console.out().write(seal.json(console.clock().instant()));
                console.out().write('\n');
            } else {
                PrintWriter out = console.writer();
                seal.ends()
                        .forEach(end -> out.println(end.name() + ' ' + Place.number(end.place()) + ' ' + end.hash()));
                out.flush();
            }
            console.out().flush();
            return ExitCodes.OK;
        } catch (SQLException e) {
            throw LogOption.unreadable(e);
        }
    }
}
