package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.live.Outcome;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import cn.jinniu.bangban.web.RulesetController.RulesetView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the rules folder looked at now. For those who run the service: it is there on the management side only. */
@RestController
@Conditional(OnManagementSide.class)
class ReloadController {
    static final String PATH = "/v1/ruleset/reload";

    /** What is given here, and what that is made of. */
    static final List<Class<? extends Record>> VIEWS = List.of(ReloadedView.class, NotReloadedView.class);

    private static final Text REFUSED = new Text("新规则未启用", "The new rules were not put into force");

    private final RulesetHolder rulesets;

    ReloadController(RulesetHolder rulesets) {
        this.rulesets = rulesets;
    }

    /** @param outcome PUBLISHED when a new ruleset came into force, UNCHANGED when the folder holds what decides already */
    record ReloadedView(Outcome outcome, RulesetView ruleset) {}

    /** A problem (RFC 9457) that also shows how things stand. */
    record NotReloadedView(
            String type, String title, int status, String detail, String instance, RulesetView ruleset) {}

    @PostMapping(
            path = PATH,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReloadedView.class)))
    @ApiResponse(
            responseCode = "409",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = NotReloadedView.class)))
    ResponseEntity<?> reload(HttpServletRequest request) throws InterruptedException {
        Outcome outcome = rulesets.reload();
        RulesetView view = RulesetController.view(rulesets.standing());
        return switch (outcome) {
            case PUBLISHED, UNCHANGED ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ReloadedView(outcome, view));
            case REFUSED -> problem(refused(view), view, request);
            case UNSETTLED -> problem(unsettled(), view, request);
        };
    }

    private static Problem refused(RulesetView view) {
        int problems = view.refused() == null ? 0 : view.refused().problems().size();
        return Problem.of(
                "ruleset-refused",
                409,
                REFUSED,
                new Text(
                        "规则目录有 " + problems + " 处问题，见 ruleset.refused；原来的规则继续使用",
                        "the rules folder has " + problems + (problems == 1 ? " problem" : " problems")
                                + ", listed in ruleset.refused; what decided before goes on deciding"));
    }

    private static Problem unsettled() {
        return Problem.of(
                "ruleset-unsettled",
                409,
                REFUSED,
                new Text(
                        "规则目录的文件还在变化；请等保存完毕再试",
                        "the rules folder is still being written to; try again when all is saved"));
    }

    private static ResponseEntity<?> problem(Problem problem, RulesetView view, HttpServletRequest request) {
        Language language = Languages.of(request);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", Languages.tag(language))
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store")
                .body(new NotReloadedView(
                        problem.type(),
                        problem.title().in(language),
                        problem.status(),
                        problem.detail().in(language),
                        request.getRequestURI(),
                        view));
    }
}
