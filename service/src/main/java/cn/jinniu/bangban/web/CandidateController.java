package cn.jinniu.bangban.web;

import cn.jinniu.bangban.candidate.ArchiveRefused;
import cn.jinniu.bangban.candidate.Candidate;
import cn.jinniu.bangban.candidate.Candidates;
import cn.jinniu.bangban.candidate.Verdict;
import cn.jinniu.bangban.impact.Change;
import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.SummaryView;
import cn.jinniu.bangban.web.RulesetController.ProblemView;
import cn.jinniu.bangban.web.RulesetController.TrialView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judges rules that somebody proposes, and puts nothing into force. For those who run the service and keep the rules: it is
 * there on the management side only. Judging takes a processor for seconds, so one is judged at a time.
 */
@RestController
@Conditional(OnManagementSide.class)
class CandidateController {
    static final String PATH = "/v1/ruleset/candidates";
    private static final String ZIP = "application/zip";
    private static final String ZIP_OF_WINDOWS = "application/x-zip-compressed";

    /** What is given here, and what that is made of. */
    static final List<Class<? extends Record>> VIEWS = List.of(
            CandidateView.class,
            ImpactView.class,
            SummaryView.class,
            SummaryView.Counts.class,
            SummaryView.ByCode.class,
            SummaryView.ByUnit.class,
            SummaryView.ByClause.class,
            ChangedCase.class,
            Change.class,
            Change.FieldChange.class,
            Change.RulePlace.class);

    private final RulesetHolder rulesets;
    private final Candidates candidates;
    private final int limit;
    private final Semaphore one = new Semaphore(1);

    CandidateController(RulesetHolder rulesets, BangbanProperties properties) {
        this.rulesets = rulesets;
        this.candidates = new Candidates(properties.live());
        this.limit = properties.maxCandidateBytes();
    }

    /**
     * @param usable whether it could be put into force
     * @param version content hash that it would have
     * @param problems everything for which it would be refused
     * @param trial how it came out of its trial on the scenarios; null where it could not be tried
     * @param impact which decisions it would change; null where it cannot decide, or nothing is in force
     */
    record CandidateView(
            boolean usable,
            String version,
            List<ProblemView> problems,
            @Nullable TrialView trial,
            @Nullable ImpactView impact) {}

    /**
     * @param inForce version of the ruleset it was compared with
     * @param changed scenarios that come out otherwise, each with its changes and the rules that make them
     * @param unlisted how many more of them there are
     */
    record ImpactView(String inForce, SummaryView summary, List<ChangedCase> changed, long unlisted) {
        static ImpactView of(Verdict.Effect effect) {
            return new ImpactView(effect.inForce(), effect.summary(), effect.changed(), effect.unlisted());
        }
    }

    @PostMapping(
            path = PATH,
            consumes = {ZIP, ZIP_OF_WINDOWS},
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CandidateView.class)))
    ResponseEntity<CandidateView> judge(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!one.tryAcquire()) {
            response.setHeader("Retry-After", "5");
            throw new ProblemException(HttpProblems.candidateBusy());
        }
        try {
            Candidate candidate = Candidate.of(Requests.body(request, limit));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Cache-Control", "no-store")
                    .body(view(candidates.judge(candidate, rulesets.standing().inForce())));
        } catch (ArchiveRefused refused) {
            throw new ProblemException(HttpProblems.candidateUnreadable(refused.reason()));
        } finally {
            one.release();
        }
    }

    private static CandidateView view(Verdict verdict) {
        return new CandidateView(
                verdict.problems().isEmpty(),
                verdict.version(),
                verdict.problems().stream().map(ProblemView::of).toList(),
                verdict.trial() == null ? null : RulesetController.view(verdict.trial()),
                verdict.impact() == null ? null : ImpactView.of(verdict.impact()));
    }
}
