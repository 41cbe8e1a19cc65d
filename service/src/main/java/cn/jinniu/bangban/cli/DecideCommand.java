package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.DecisionKeeper;
import cn.jinniu.bangban.desk.NdjsonDesk;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.desk.Served;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides requests from files or standard input. */
@Command(
        name = "decide",
        description = {
            "对请求作出决定：读入 JSON 或 NDJSON，每项决定输出一行 JSON",
            "Decide requests: JSON or NDJSON in, each decision out as one line of JSON"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:全部作出决定 / all decided", "2:有请求不能决定 / some could not be decided"})
final class DecideCommand implements Callable<Integer> {
    /** As over HTTP, where the service is not told otherwise. */
    private static final int LONGEST_LINE = 32 * 1024 * 1024;

    private static final String STANDARD_INPUT = "-";

    /** How decisions are shown. */
    enum Format {
        JSON,
        TABLE
    }

    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = {
                "请求文件：一个请求，或每行一个请求（自行辨认；.ndjson、.jsonl 总是每行一个）；“-”或不写为标准输入",
                "Request files: one request, or one a line (which is told by looking; .ndjson and .jsonl always have one"
                        + " a line); - or none: standard input"
            })
    private List<String> files = new ArrayList<>();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

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
            paramLabel = "json|table",
            defaultValue = "json",
            description = {"输出形式（默认 json）", "How to show decisions (default: json)"})
    private Format format = Format.JSON;

    @Option(
            names = "--ndjson",
            description = {"每行一个请求，不必辨认", "One request a line, whatever it looks like"})
    private boolean ndjson;

    @Option(
            names = "--log",
            paramLabel = "WHERE",
            description = {
                "把决定也记入决定日志：目录，或 PostgreSQL 的 JDBC 地址；每份决定另有自己的编号",
                "Also record the decisions on a log: a folder, or the JDBC URL of a PostgreSQL database; each gets an id of"
                        + " its own"
            })
    private @Nullable String log;

    DecideCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<String> inputs = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        if (inputs.stream().anyMatch(this::isNdjson)) {
            requireJson();
        }
        RulesOption.Loaded loaded = rules.load();
        LocalDate day = asOf == null ? LocalDate.now(console.clock()) : asOf;
        if (log == null) {
            return decide(loaded.desk(), inputs, day, DecisionKeeper.NONE);
        }
        try (DecisionRecorder recorder = DecisionRecorder.open(LogOption.of(log), console)) {
            recorder.rules(loaded, rules.folder);
            return decide(loaded.desk(), inputs, day, recorder);
        }
    }

    private int decide(DecisionDesk desk, List<String> inputs, LocalDate day, DecisionKeeper keeper)
            throws IOException {
        boolean all = true;
        for (String input : inputs) {
            all &= decide(desk, input, day, keeper);
        }
        console.out().flush();
        return all ? ExitCodes.OK : ExitCodes.BAD_INPUT;
    }

    /** Whether all requests of an input were decided; one that cannot be read does not keep the others from it. */
    private boolean decide(DecisionDesk desk, String input, LocalDate day, DecisionKeeper keeper) {
        try (InputStream in = open(input)) {
            if (isNdjson(input)) {
                return stream(desk, in, day, keeper);
            }
            RequestInput requests = RequestInput.of(in, LONGEST_LINE);
            if (requests.lines()) {
                requireJson();
                return stream(desk, requests.all(), day, keeper);
            }
            return single(desk, input, requests.all(), day, keeper);
        } catch (IOException e) {
            Text reason = IoReasons.of(e);
            console.err()
                    .println(
                            switch (lang.language) {
                                case ZH -> input + "：无法读取（" + reason.zh() + "）";
                                case EN -> input + ": cannot be read (" + reason.en() + ")";
                            });
            return false;
        }
    }

    private void requireJson() {
        if (format == Format.TABLE) {
            throw new Failure(
                    "--format table 只用于单个请求，不用于每行一个请求的文件",
                    "--format table is for single requests, not for one request a line");
        }
    }

    private boolean isNdjson(String input) {
        String name = input.toLowerCase(Locale.ROOT);
        return ndjson || name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    private boolean stream(DecisionDesk desk, InputStream in, LocalDate day, DecisionKeeper keeper) throws IOException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            NdjsonDesk lines = new NdjsonDesk(
                    () -> desk, () -> day, this::decisionId, (answer, nanoseconds) -> {}, workers, LONGEST_LINE);
            return lines.answer(in, console.out(), lang.language, keeper) == 0;
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean single(DecisionDesk desk, String input, InputStream in, LocalDate day, DecisionKeeper keeper)
            throws IOException {
        byte[] json = in.readAllBytes();
        long began = System.nanoTime();
        Answer answer = desk.answer(json, day);
        long took = System.nanoTime() - began;
        if (!(answer instanceof Answer.Decided decided)) {
            refuse(input, answer);
            return false;
        }
        String id = decisionId(json, decided.decision());
        byte[] bytes = desk.bytes(decided.decision(), id, lang.language);
        try {
            keeper.keep(new Served(id, json, decided, bytes, lang.language, took))
                    .await();
        } catch (DecisionKeeper.NotKept e) {
            console.err()
                    .println(input + ": " + Problem.notKept(e.reason()).detail().in(lang.language));
            return false;
        }
        if (format == Format.TABLE) {
            PrintWriter out = console.writer();
            new DecisionTables(desk.ruleset().data(), lang.language).print(decided.decision(), out);
            out.flush();
        } else {
            console.out().write(bytes);
            console.out().write('\n');
        }
        return true;
    }

    private void refuse(String input, Answer answer) {
        Language language = lang.language;
        if (answer instanceof Answer.Refused refused) {
            for (FactError error : refused.errors()) {
                console.err()
                        .println(input + ": " + error.pointer() + ": " + error.code() + ": "
                                + error.message().in(language));
            }
            if (refused.unlisted() > 0) {
                console.err()
                        .println(input + ": " + Problem.of(refused).detail().in(language));
            }
        } else {
            console.err().println(input + ": " + Problem.of(answer).detail().in(language));
        }
        console.err().flush();
    }

    private InputStream open(String input) throws IOException {
        return input.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(input));
    }

    /**
     * The same request on the same day against the same rules has the same id, so that deciding again gives the same bytes;
     * the day is part of it because a request may leave it open. On a log, where each is a decision of its own, each has
     * an id of its own.
     */
    private String decisionId(byte[] request, Decision decision) {
        if (log != null) {
            return UUID.randomUUID().toString();
        }
        byte[] before = (decision.version() + ' ' + decision.asOf() + ' ').getBytes(StandardCharsets.US_ASCII);
        byte[] name = Arrays.copyOf(before, before.length + request.length);
        System.arraycopy(request, 0, name, before.length, request.length);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
