package cn.jinniu.bangban.web;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the decision endpoint costs without deciding. The caller names each request by the header {@code X-Case}; what it
 * is decided to is found out the first time.
 */
@RestController
class EchoController {
    private static final int LIMIT = 32 * 1024 * 1024;

    private final RulesetHolder rulesets;
    private final DecisionIds ids;
    private final Map<String, Decision> decisions = new ConcurrentHashMap<>();
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    EchoController(RulesetHolder rulesets, DecisionIds ids) {
        this.rulesets = rulesets;
        this.ids = ids;
    }

    /** Reads and checks the request, and writes its decision: all but the rules. */
    @PostMapping(path = "/bench/echo", consumes = "application/json", produces = "application/json")
    void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] json = Requests.body(request, LIMIT);
        DecisionDesk desk = rulesets.desk();
        if (!(desk.read(json, LocalDate.EPOCH) instanceof Reading.Facts)) {
            throw new IllegalStateException("not a valid request");
        }
        Decision decision = decisions.computeIfAbsent(request.getHeader("X-Case"), first -> decide(desk, json));
        send(desk.bytes(decision, ids.next(), Languages.of(request)), request, response);
    }

    /** Takes the request unread, and sends bytes made once: the least the server can do. */
    @PostMapping(path = "/bench/canned", consumes = "application/json", produces = "application/json")
    void canned(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] json = Requests.body(request, LIMIT);
        DecisionDesk desk = rulesets.desk();
        byte[] answer = answers.computeIfAbsent(
                request.getHeader("X-Case"), first -> desk.bytes(decide(desk, json), ids.next(), Language.ZH));
        send(answer, request, response);
    }

    private static Decision decide(DecisionDesk desk, byte[] json) {
        if (desk.answer(json, LocalDate.EPOCH) instanceof Answer.Decided decided) {
            return decided.decision();
        }
        throw new IllegalStateException("not decided");
    }

    private static void send(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(200);
        response.setContentType("application/json");
        response.setHeader("Content-Language", Languages.tag(Languages.of(request)));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
