package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.explain.Asking;
import cn.jinniu.bangban.explain.ExplanationDesk;
import cn.jinniu.bangban.explain.ExplanationWriter;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why, and why not. The body is the contract's request; what is to be explained is in the query. */
@RestController
class ExplanationController {
    private static final String JSON = "application/json";
    private static final List<MediaType> ACCEPTED = List.of(MediaType.parseMediaType(JSON));

    private final RulesetHolder rulesets;
    private final Clock clock;
    private final int limit;

    ExplanationController(RulesetHolder rulesets, BangbanProperties properties, Clock clock) {
        this.rulesets = rulesets;
        this.clock = clock;
        this.limit = properties.maxRequestBytes();
    }

    @PostMapping(path = "/v1/explanations", consumes = JSON, produces = JSON)
    void explain(
            @RequestParam(name = "obligation", required = false) @Nullable String obligation,
            @RequestParam(name = "alert", required = false) @Nullable String alert,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "subject", required = false) @Nullable String subject,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        Requests.requirePlainUtf8(request, ACCEPTED);
        byte[] json = Requests.body(request, limit);
        DecisionDesk desk = rulesets.desk();
        Outcome<Explanation> outcome = new ExplanationDesk(desk)
                .explain(json, LocalDate.now(clock), new Asking(obligation, alert, code, subject));
        if (!(outcome instanceof Outcome.Given<Explanation> given)) {
            ProblemResponse.send(((Outcome.Refused<Explanation>) outcome).problem(), request, response);
            return;
        }
        Language language = Languages.of(request);
        byte[] body = new ExplanationWriter(desk.ruleset().data().messages()).bytes(given.answer(), language);
        response.setStatus(200);
        response.setContentType(JSON);
        response.setHeader("Content-Language", Languages.tag(language));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
