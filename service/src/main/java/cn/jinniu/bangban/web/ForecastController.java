package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.facts.CivilTime;
import cn.jinniu.bangban.forecast.CalendarWriter;
import cn.jinniu.bangban.forecast.DueDays;
import cn.jinniu.bangban.forecast.Forecast;
import cn.jinniu.bangban.forecast.ForecastDesk;
import cn.jinniu.bangban.forecast.ForecastWriter;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes next. The body is the contract's request; what is asked about it is in the query. */
@RestController
class ForecastController {
    private static final String JSON = "application/json";
    private static final String CALENDAR = "text/calendar";
    private static final List<MediaType> ACCEPTED = List.of(MediaType.parseMediaType(JSON));

    private final RulesetHolder rulesets;
    private final ExecutorService workers;
    private final Clock clock;
    private final int limit;

    ForecastController(
            RulesetHolder rulesets, BangbanProperties properties, ExecutorService streamWorkers, Clock clock) {
        this.rulesets = rulesets;
        this.workers = streamWorkers;
        this.clock = clock;
        this.limit = properties.maxRequestBytes();
    }

    @PostMapping(
            path = "/v1/forecasts",
            consumes = JSON,
            produces = {JSON, CALENDAR})
    void forecast(
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam(name = "bearer", required = false) @Nullable String bearer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        Requests.requirePlainUtf8(request, ACCEPTED);
        LocalDate last = day(until);
        byte[] json = Requests.body(request, limit);
        DecisionDesk desk = rulesets.desk();
        ForecastDesk forecasts = new ForecastDesk(desk, workers);
        LocalDate today = LocalDate.now(clock);
        Language language = Languages.of(request);
        if (Accepted.prefers(CALENDAR, JSON, request)) {
            Outcome<DueDays> days = forecasts.dueDays(json, today, last, bearer);
            CalendarWriter writer = new CalendarWriter(desk.ruleset().data());
            send(days, CALENDAR, each -> writer.bytes(each, bearer, language), request, response);
        } else {
            Outcome<Forecast> forecast = forecasts.forecast(json, today, last, bearer);
            ForecastWriter writer = new ForecastWriter(desk.ruleset().data().messages());
            send(forecast, JSON, each -> writer.bytes(each, language), request, response);
        }
    }

    private static LocalDate day(@Nullable String until) {
        LocalDate day = until == null ? null : CivilTime.date(until);
        if (day == null) {
            throw new ProblemException(HttpProblems.parameter(
                    "until",
                    until == null ? "缺少；请写明预测到哪一天（YYYY-MM-DD）" : "“" + until + "”不是日期，日期写作 YYYY-MM-DD",
                    until == null
                            ? "it is missing; say up to which day to look ahead (YYYY-MM-DD)"
                            : "\"" + until + "\" is no date; write a date as YYYY-MM-DD"));
        }
        return day;
    }

    private static <T> void send(
            Outcome<T> outcome,
            String type,
            Function<T, byte[]> writer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (outcome instanceof Outcome.Given<T> given) {
            byte[] body = writer.apply(given.answer());
            Language language = Languages.of(request);
            response.setStatus(200);
            response.setContentType(type.startsWith("text/") ? type + ";charset=utf-8" : type);
            response.setHeader("Content-Language", Languages.tag(language));
            response.setHeader("Vary", "Accept, Accept-Language");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            Problem problem = ((Outcome.Refused<T>) outcome).problem();
            ProblemResponse.send(problem, request, response);
        }
    }
}
