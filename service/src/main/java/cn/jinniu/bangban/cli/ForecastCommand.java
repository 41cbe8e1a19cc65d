package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.forecast.CalendarWriter;
import cn.jinniu.bangban.forecast.DueDays;
import cn.jinniu.bangban.forecast.Forecast;
import cn.jinniu.bangban.forecast.ForecastDesk;
import cn.jinniu.bangban.forecast.ForecastWriter;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what comes next on a request if nothing else happens. */
@Command(
        name = "forecast",
        description = {
            "预测：若无其他变化，到某日为止决定在哪些天改变、变了什么；或导出期限日历（iCalendar）",
            "What comes next: the days on which the decision changes if nothing else happens, or the due days as iCalendar"
        },
        exitCodeListHeading = "%n退出码 / Exit codes:%n",
        exitCodeList = {"0:已预测 / done", "2:请求或选项有误 / the request or an option is wrong"})
final class ForecastCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    /** How a forecast is shown. */
    enum Format {
        JSON,
        TABLE,
        ICS
    }

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = STANDARD_INPUT,
            description = {"请求文件；“-”或不写为标准输入", "Request file; - or none: standard input"})
    private String file = STANDARD_INPUT;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = {"预测到哪一天（含），至多 400 天以后", "Last day to look at (inclusive), at most 400 days on"})
    private LocalDate until = LocalDate.EPOCH;

    @Option(
            names = "--bearer",
            paramLabel = "UNIT",
            description = {"只看与某单位有关的部分（单位代号）", "Only what concerns a unit (its id)"})
    private @Nullable String bearer;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "请求未写 asOf 时从哪一天开始（默认今天，北京时间）",
                "Day to begin with where the request names none (default: today in Shanghai)"
            })
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "json|table|ics",
            defaultValue = "json",
            description = {"输出形式（默认 json）；ics 为期限日历", "How to show it (default: json); ics is a calendar of due days"})
    private Format format = Format.JSON;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LanguageOption lang = new LanguageOption();

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        byte[] json = request();
        DecisionDesk desk = rules.desk();
        LocalDate day = asOf == null ? LocalDate.now(console.clock()) : asOf;
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return forecast(new ForecastDesk(desk, workers), desk.ruleset().data(), json, day);
        } finally {
            workers.shutdownNow();
        }
    }

    private int forecast(ForecastDesk desk, RulesetData data, byte[] json, LocalDate day) throws IOException {
        Language language = lang.language;
        if (format == Format.ICS) {
            Outcome<DueDays> days = desk.dueDays(json, day, until, bearer);
            if (days instanceof Outcome.Given<DueDays> given) {
                console.out().write(new CalendarWriter(data).bytes(given.answer(), bearer, language));
                return done();
            }
            return refuse(days);
        }
        Outcome<Forecast> forecast = desk.forecast(json, day, until, bearer);
        if (!(forecast instanceof Outcome.Given<Forecast> given)) {
            return refuse(forecast);
        }
        if (format == Format.TABLE) {
            PrintWriter out = console.writer();
            new ForecastTable(data, language).print(given.answer(), out);
            out.flush();
        } else {
            console.out().write(new ForecastWriter(data.messages()).bytes(given.answer(), language));
            console.out().write('\n');
        }
        return done();
    }

    private int done() throws IOException {
        console.out().flush();
        return ExitCodes.OK;
    }

    private int refuse(Outcome<?> outcome) {
        Refusals.print(file, ((Outcome.Refused<?>) outcome).problem(), lang.language, console.err());
        return ExitCodes.BAD_INPUT;
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
