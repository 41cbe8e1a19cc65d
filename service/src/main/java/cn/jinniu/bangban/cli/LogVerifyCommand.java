package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.log.verify.Finding;
import cn.jinniu.bangban.log.verify.Seal;
import cn.jinniu.bangban.log.verify.Verification;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether a log is as it was written. */
@Command(
        name = "verify",
        description = {
            "核对决定日志：每一条是否仍是当时写下的，有没有被改动、移走、插入或调换",
            "Verify that the decision log is as it was written: nothing changed, removed, inserted or moved"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:与当时写下的相同 / as it was written",
            "1:有改动 / something is not",
            "2:选项有误或没有日志 / option wrong or no log there"
        })
final class LogVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    /** How it is shown. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--head",
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "另处保管的链尾（log seal 的输出），可多个；截去末尾只有这样才能发现",
                "Heads that were kept elsewhere (what log seal printed); only these show that a log's end was cut off"
            })
    private List<Path> heads = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = {"输出形式（默认 text）", "How to show it (default: text)"})
    private Format format = Format.TEXT;

    LogVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Seal> seals = new ArrayList<>();
        for (Path head : heads) {
            seals.add(read(head));
        }
        QuietLogging.ask();
        Verified verified = verify(seals);
        if (format == Format.JSON) {
            verified.json(lang.language, console.out());
            console.out().flush();
        } else {
            PrintWriter out = console.writer();
            verified.print(lang.language, console.clock().getZone(), out);
            out.flush();
        }
        return verified.findings().isEmpty() ? ExitCodes.OK : ExitCodes.FOUND;
    }

    private static Seal read(Path file) {
        try {
            return Seal.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failure(
                    "无法读取链尾文件 " + file + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the heads in " + file + " (" + IoReasons.of(e).en() + ")");
        } catch (IllegalArgumentException e) {
            throw new Failure("文件 " + file + " 不是 log seal 的输出", file + " is not what log seal printed");
        }
    }

    private Verified verify(List<Seal> seals) {
        try (LogAccess access = LogAccess.inspect(log.location());
                Snapshot snapshot = access.database().snapshot()) {
            return new Verified(walk(snapshot, seals), access.damage(), access.torn());
        } catch (LogAccess.Damaged e) {
            return Verified.unreadable(e.text());
        } catch (StoreFailed e) {
            throw LogOption.cannotOpen(e);
        } catch (SQLException e) {
            return Verified.unreadable(LogOption.reading(e));
        }
    }

    private Verification.Outcome walk(Snapshot snapshot, List<Seal> seals) throws SQLException {
        try (Progress progress = Progress.of("核对 verify", size(snapshot.connection()), console)) {
            long[] shown = {0};
            return Verification.of(snapshot, seals, done -> {
                progress.step((int) (done - shown[0]));
                shown[0] = done;
            });
        }
    }

    /** About how many entries there are. */
    private static int size(Connection connection) throws SQLException {
        long size = 0;
        for (int chain : EntryTable.chains(connection)) {
            size += Place.number(EntryTable.head(connection, chain).place());
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    /** What a verification found, with what was wrong before it began. */
    record Verified(
            Verification.@Nullable Outcome outcome,
            @Nullable Text damage,
            @Nullable Path torn) {
        static Verified unreadable(Text damage) {
            return new Verified(null, damage, null);
        }

        List<Finding> findings() {
            List<Finding> all = new ArrayList<>();
            if (damage != null) {
                all.add(new Finding("", 0, damage));
            }
            if (outcome != null) {
                all.addAll(outcome.findings());
            }
            return all;
        }

        void print(Language language, ZoneId zone, PrintWriter out) {
            new LogVerifyText(language, zone, out).print(this);
        }

        void json(Language language, OutputStream out) throws IOException {
            LogVerifyJson.write(this, language, out);
        }
    }
}
