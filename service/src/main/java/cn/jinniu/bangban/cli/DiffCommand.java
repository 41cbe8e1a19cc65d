package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.ChangedCases;
import cn.jinniu.bangban.impact.HtmlReport;
import cn.jinniu.bangban.impact.Impact;
import cn.jinniu.bangban.impact.ImpactSummary;
import cn.jinniu.bangban.impact.JsonReport;
import cn.jinniu.bangban.impact.RequestCases;
import cn.jinniu.bangban.impact.ScenarioCases;
import cn.jinniu.bangban.impact.Side;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which decisions an edit of the rules changes. */
@Command(
        name = "diff",
        description = {
            "比较两版规则：哪些决定会变，各由哪条规则造成",
            "Compare two versions of the rules: which decisions change, and by which rule"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {
            "0:没有变化 / nothing changes",
            "1:有变化 / something changes",
            "2:规则、场景或请求不能用 / bad rules, scenarios or requests"
        })
final class DiffCommand implements Callable<Integer> {
    private static final int LONGEST_REQUEST = 32 * 1024 * 1024;

    /** How to show an impact on standard output. */
    enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Parameters(
            arity = "0..2",
            paramLabel = "OLD NEW",
            description = {
                "两个规则目录，或 git 版本中的目录，写作 版本:目录（例如 HEAD:rules rules）",
                "Two rules folders, or folders of git revisions, written REVISION:FOLDER (such as HEAD:rules rules)"
            })
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--git",
            paramLabel = "REV1..REV2",
            description = {"同一目录的两个 git 版本，代替 OLD NEW", "Two git revisions of one folder, instead of OLD NEW"})
    private @Nullable String git;

    @Option(
            names = "--path",
            paramLabel = "DIR",
            defaultValue = "rules",
            description = {
                "配合 --git：规则目录在仓库里的路径（默认 rules）",
                "With --git: the rules folder in the repository (default: rules)"
            })
    private String path = "rules";

    @Option(
            names = "--scenarios",
            paramLabel = "DIR|FILE",
            description = {
                "场景目录或文件，可多次（默认 test-data，有的话）",
                "Scenarios; may be repeated (default: test-data, if it is there)"
            })
    private List<Path> scenarios = new ArrayList<>();

    @Option(
            names = "--requests",
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "另外比较的请求；.ndjson、.jsonl 每行一个请求",
                "Requests to compare besides; .ndjson and .jsonl have one a line"
            })
    private List<Path> requests = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "请求未写 asOf 时的决定日（默认今天，北京时间）",
                "Day to decide for where a request names none (default: today in Shanghai)"
            })
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = {"输出形式（默认 text）", "How to show it (default: text)"})
    private Format format = Format.TEXT;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = {"另写一个单独的网页", "Also write it as one self-contained page"})
    private @Nullable Path html;

    @Option(
            names = "--html-limit",
            paramLabel = "N",
            defaultValue = "2000",
            description = {"网页里最多逐项列出多少个请求（默认 2000）", "Most requests the page shows in full (default: 2000)"})
    private long htmlLimit = 2000;

    @Mixin
    private LanguageOption lang = new LanguageOption();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuietLogging.ask();
        List<Side> both = sides();
        Side before = both.get(0);
        Side after = both.get(1);
        DiffScenarios found = DiffScenarios.find(scenarios, requests.isEmpty(), before, after);
        if (!found.problems().isEmpty()) {
            ProblemLines.print("", found.problems(), lang.language, console.err());
            return ExitCodes.BAD_INPUT;
        }
        LocalDate day = asOf == null ? LocalDate.now(console.clock()) : asOf;
        try (ChangedCases cases = new ChangedCases()) {
            ImpactSummary summary = compare(new Impact(before, after, day), found, cases);
            report(before, after, summary, cases);
            return summary.anything() ? ExitCodes.FOUND : ExitCodes.OK;
        }
    }

    private List<Side> sides() {
        if (git == null) {
            if (sides.size() != 2) {
                throw new Failure(
                        "请给出改前、改后两个规则目录，或者用 --git 版本1..版本2",
                        "name two rules folders, the old one and the new one, or use --git REV1..REV2");
            }
            return List.of(DiffSides.load(sides.get(0)), DiffSides.load(sides.get(1)));
        }
        String[] revisions = git.split("\\.\\.", -1);
        if (!sides.isEmpty() || revisions.length != 2 || revisions[0].isEmpty() || revisions[1].isEmpty()) {
            throw new Failure("--git 应写作 版本1..版本2，且不再给出目录", "write --git as REV1..REV2, and name no folders beside it");
        }
        return List.of(DiffSides.git(revisions[0], path), DiffSides.git(revisions[1], path));
    }

    private ImpactSummary compare(Impact impact, DiffScenarios found, ChangedCases cases) throws IOException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        ScenarioCases ofScenarios = new ScenarioCases(found.scenarios(), file -> file);
        try (RequestCases ofRequests = new RequestCases(requests, LONGEST_REQUEST);
                Progress progress = Progress.of("比较 diff", -1, console)) {
            Impact.Cases all = () -> {
                var next = ofScenarios.next();
                return next == null ? ofRequests.next() : next;
            };
            return impact.of(all, workers, new Impact.Listener() {
                @Override
                public void changed(ChangedCase one) throws IOException {
                    cases.add(one);
                }

                @Override
                public void progress(int requests) {
                    progress.step(requests);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("已中断", "interrupted");
        } catch (FileSystemException e) {
            throw new Failure(
                    "无法读取请求 " + e.getFile() + "（" + IoReasons.of(e).zh() + "）",
                    "cannot read the requests " + e.getFile() + " ("
                            + IoReasons.of(e).en() + ")");
        } finally {
            workers.shutdownNow();
        }
    }

    private void report(Side before, Side after, ImpactSummary summary, ChangedCases cases) throws IOException {
        if (format == Format.JSON) {
            JsonReport.write(before, after, summary, cases, console.out());
        } else {
            PrintWriter out = console.writer();
            new DiffText(before, after, lang.language, out).print(summary, cases);
            out.flush();
        }
        if (html != null) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(html))) {
                HtmlReport.write(before, after, summary, cases, htmlLimit, out);
            } catch (IOException e) {
                throw new Failure(
                        "无法写入 " + html + "（" + IoReasons.of(e).zh() + "）",
                        "cannot write " + html + " (" + IoReasons.of(e).en() + ")");
            }
        }
    }
}
