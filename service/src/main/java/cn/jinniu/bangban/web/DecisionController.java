package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.AnswerListener;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.DecisionKeeper;
import cn.jinniu.bangban.desk.NdjsonDesk;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.desk.Served;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.coyote.CloseNowException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision endpoint. It reads and writes bytes itself: they are the desk's to understand. */
@RestController
class DecisionController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final List<MediaType> ACCEPTED =
            List.of(MediaType.parseMediaType(JSON), MediaType.parseMediaType(NDJSON));

    private final RulesetHolder rulesets;
    private final DecisionIds decisionIds;
    private final AnswerListener listener;
    private final LogKeeper keeper;
    private final NdjsonDesk streams;
    private final Clock clock;
    private final int limit;
    private final Budget budget;

    DecisionController(
            RulesetHolder rulesets,
            DecisionIds decisionIds,
            FailureLog listener,
            LogKeeper keeper,
            BangbanProperties properties,
            LimitProperties limits,
            ExecutorService streamWorkers,
            Clock clock) {
        this.rulesets = rulesets;
        this.decisionIds = decisionIds;
        this.listener = listener;
        this.keeper = keeper;
        this.clock = clock;
        this.limit = properties.maxRequestBytes();
        this.budget = limits.budget();
        this.streams = new NdjsonDesk(
                this::desk, this::today, (line, decision) -> decisionIds.next(), listener, streamWorkers, limit);
    }

    @PostMapping(path = "/v1/decisions", consumes = JSON, produces = JSON)
    void decide(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        Requests.requirePlainUtf8(request, ACCEPTED);
        byte[] json = Requests.body(request, limit);
        DecisionDesk desk = desk();
        long began = System.nanoTime();
        Answer answer = desk.answer(json, today());
        long took = System.nanoTime() - began;
        listener.heard(answer, took);
        if (answer instanceof Answer.Decided decided) {
            Language language = Languages.of(request);
            String id = decisionIds.next();
            byte[] body = desk.bytes(decided.decision(), id, language);
            try {
                keeper.of(request)
                        .keep(new Served(id, json, decided, body, language, took))
                        .await();
            } catch (DecisionKeeper.NotKept e) {
                throw new ProblemException(Problem.notKept(e.reason()));
            }
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
    void decideEach(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        Requests.requirePlainUtf8(request, ACCEPTED);
        rulesets.desk(); // or else nothing is answered at all; what once decides is never taken away without another
        Language language = Languages.of(request);
        prepare(response, NDJSON, language);
        try {
            streams.answer(request.getInputStream(), response.getOutputStream(), language, keeper.of(request));
        } catch (IOException broken) {
            if (!response.isCommitted()) {
                throw broken;
            }
            // The answer must not look whole: its connection is cut, for nothing can be told any more.
            throw new CloseNowException("a stream broke off", broken);
        }
    }

    private DecisionDesk desk() {
        return rulesets.desk().within(budget);
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
