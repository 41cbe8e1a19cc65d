package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.explain.Asking;
import cn.jinniu.bangban.explain.ExplanationDesk;
import cn.jinniu.bangban.explain.ExplanationText;
import cn.jinniu.bangban.explain.ExplanationWriter;
import cn.jinniu.bangban.explain.model.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why an answer was given, and why one was not. */
@Command(
        name = "explain",
        description = {
            "解释：为什么有某项答复，为什么没有；不写选项时解释全部答复",
            "Why an answer was given, and why one was not; without options, every answer"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:已解释 / done", "2:请求或选项有误 / the request or an option is wrong"})
final class ExplainCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    /** How an explanation is shown. */
    enum Format {
        JSON,
        TABLE
    }

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = STANDARD_INPUT,
            description = {"请求文件；“-”或不写为标准输入", "Request file; - or none: standard input"})
    private String file = STANDARD_INPUT;

    @Option(
            names = "--obligation",
            paramLabel = "ID",
            description = {"义务的 id，有没有作出都可以问", "Id of an obligation, given or not"})
    private @Nullable String obligation;

    @Option(
            names = "--alert",
            paramLabel = "ID",
            description = {"提醒的 id，有没有作出都可以问", "Id of an alert, given or not"})
    private @Nullable String alert;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = {"认定、义务或提醒的代码", "Code of a determination, an obligation or an alert"})
    private @Nullable String code;

    @Option(
            names = "--subject",
            paramLabel = "TYPE:ID",
            description = {"对象，例如 project:P-7", "A subject, such as project:P-7"})
    private @Nullable String subject;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "请求未写 asOf 时按哪一天决定（默认今天，北京时间）",
                "Day to decide for where the request names none (default: today in Shanghai)"
            })
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "json|table",
            defaultValue = "json",
            description = {"输出形式（默认 json）；table 为缩进的文字", "How to show it (default: json); table is indented text"})
    private Format format = Format.JSON;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        byte[] json = request();
        DecisionDesk desk = rules.desk();
        LocalDate day = asOf == null ? LocalDate.now(console.clock()) : asOf;
        Outcome<Explanation> outcome =
                new ExplanationDesk(desk).explain(json, day, new Asking(obligation, alert, code, subject));
        if (!(outcome instanceof Outcome.Given<Explanation> given)) {
            Refusals.print(file, ((Outcome.Refused<Explanation>) outcome).problem(), lang.language, console.err());
            return ExitCodes.BAD_INPUT;
        }
        if (format == Format.TABLE) {
            PrintWriter out = console.writer();
            new ExplanationText(lang.language).lines(given.answer()).forEach(out::println);
            out.flush();
        } else {
            byte[] bytes = new ExplanationWriter(desk.ruleset().data().messages()).bytes(given.answer(), lang.language);
            console.out().write(bytes);
            console.out().write('\n');
        }
        console.out().flush();
        return ExitCodes.OK;
    }

    private byte[] request() {
        try (InputStream in = file.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Failure(
                    file + "：无法读取（" + IoReasons.of(e).zh() + "）",
                    file + ": cannot be read (" + IoReasons.of(e).en() + ")");
        }
    }
}
