package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.NdjsonDesk;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision endpoint. It reads and writes bytes itself: they are the desk's to understand. */
@RestController
class DecisionController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final RulesetHolder rulesets;
    private final DecisionIds decisionIds;
    private final DecisionMetrics metrics;
    private final NdjsonDesk streams;
    private final Clock clock;
    private final int limit;

    DecisionController(
            RulesetHolder rulesets,
            DecisionIds decisionIds,
            DecisionMetrics metrics,
            BangbanProperties properties,
            ExecutorService streamWorkers,
            Clock clock) {
        this.rulesets = rulesets;
        this.decisionIds = decisionIds;
        this.metrics = metrics;
        this.clock = clock;
        this.limit = properties.maxRequestBytes();
        this.streams =
                new NdjsonDesk(rulesets::desk, this::today, line -> decisionIds.next(), metrics, streamWorkers, limit);
    }

    @PostMapping(path = "/v1/decisions", consumes = JSON, produces = JSON)
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.requirePlainUtf8(request);
        byte[] json = Requests.body(request, limit);
        DecisionDesk desk = rulesets.desk();
        long began = System.nanoTime();
        Answer answer = desk.answer(json, today());
        metrics.heard(answer, System.nanoTime() - began);
        if (answer instanceof Answer.Decided decided) {
            Language language = Languages.of(request.getHeader("Accept-Language"));
            byte[] body = desk.bytes(decided.decision(), decisionIds.next(), language);
            prepare(response, JSON, language);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            ProblemResponse.send(Problem.of(answer), request, response);
        }
    }

    @PostMapping(
            path = "/v1/decisions",
            consumes = NDJSON,
            produces = {NDJSON, JSON})
    void decideEach(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.requirePlainUtf8(request);
        Language language = Languages.of(request.getHeader("Accept-Language"));
        prepare(response, NDJSON, language);
        streams.answer(request.getInputStream(), response.getOutputStream(), language);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void prepare(HttpServletResponse response, String type, Language language) {
        response.setStatus(200);
        response.setContentType(type);
        response.setHeader("Content-Language", Languages.tag(language));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
    }
}
