package cn.jinniu.bangban.candidate;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.Impact;
import cn.jinniu.bangban.impact.ImpactSummary;
import cn.jinniu.bangban.impact.ScenarioCases;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.impact.SummaryView;
import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.LiveSettings;
import cn.jinniu.bangban.live.RulesetMaker;
import cn.jinniu.bangban.live.ScenarioPlace;
import cn.jinniu.bangban.live.ScenarioPlace.Scenarios;
import cn.jinniu.bangban.live.ScenarioTrial;
import cn.jinniu.bangban.live.TrialReport;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Judges candidates: as strictly as the rules folder is judged, and by what they would change. Nothing comes into force. */
public final class Candidates {
    private static final int MOST_LISTED = 500;

    /** The day of a scenario that names none: one comes out alike whenever it is asked. */
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    private final RulesetMaker maker;
    private final ScenarioPlace place;

    /** @param settings bounds, and where the scenarios are */
    public Candidates(LiveSettings settings) {
        this.maker = new RulesetMaker(settings);
        this.place = new ScenarioPlace(settings.scenarios(), settings.rules());
    }

    /**
     * Judges a candidate within the bounds for making a ruleset.
     *
     * @param inForce what decides now; null when nothing does
     */
    public Verdict judge(Candidate candidate, @Nullable InForce inForce) throws InterruptedException {
        String version = candidate.rules().version();
        try {
            return maker.bounded(() -> {
                DecisionDesk desk = RulesetMaker.desk(candidate.rules());
                try {
                    return judge(candidate, desk, inForce);
                } finally {
                    desk.ruleset().retire();
                }
            });
        } catch (RulesetRefused refused) {
            return new Verdict(version, refused.problems(), null, null);
        }
    }

    private Verdict judge(Candidate candidate, DecisionDesk desk, @Nullable InForce inForce)
            throws InterruptedException {
        Scenarios scenarios;
        try {
            scenarios = CandidateScenarios.read(candidate, place, desk.ruleset().data());
        } catch (IOException e) {
            return new Verdict(
                    candidate.rules().version(),
                    List.of(),
                    new TrialReport(0, List.of(), List.of(), List.of(unreadable(e))),
                    null);
        }
        TrialReport trial = ScenarioTrial.of(desk, scenarios);
        return new Verdict(
                candidate.rules().version(),
                trial.failures(),
                trial,
                inForce == null ? null : effect(candidate, desk, inForce, scenarios));
    }

    private static RulesetProblem unreadable(IOException e) {
        return new RulesetProblem(
                ".",
                0,
                0,
                new Text(
                        "没有试运行：无法读取场景（" + e.getMessage() + "）",
                        "nothing was tried: the scenarios cannot be read (" + e.getMessage() + ")"));
    }

    private static Verdict.Effect effect(Candidate candidate, DecisionDesk desk, InForce inForce, Scenarios scenarios)
            throws InterruptedException {
        Side before = new Side("in force", inForce.desk(), inForce.source());
        Side after = new Side("candidate", desk, candidate.rules());
        List<Scenario> all = scenarios.found().scenarios();
        List<ChangedCase> changed = new ArrayList<>();
        long[] unlisted = {0};
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "candidate");
            thread.setDaemon(true);
            thread.setContextClassLoader(Candidates.class.getClassLoader());
            return thread;
        });
        try {
            ImpactSummary summary = new Impact(before, after, DAY)
                    .of(new ScenarioCases(all, scenarios::below), worker, one -> {
                        if (changed.size() < MOST_LISTED) {
                            changed.add(one);
                        } else {
                            unlisted[0]++;
                        }
                    });
            return new Verdict.Effect(
                    inForce.version(), SummaryView.of(summary, before, after), List.copyOf(changed), unlisted[0]);
        } catch (IOException never) {
            throw new IllegalStateException("scenarios in memory were read, and changes kept there", never);
        } finally {
            worker.shutdownNow();
        }
    }
}
