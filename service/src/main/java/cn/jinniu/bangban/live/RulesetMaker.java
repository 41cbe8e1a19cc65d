package cn.jinniu.bangban.live;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Makes rulesets of copies of rules folders: checked, compiled and tried, within bounds of time and memory. */
public final class RulesetMaker {
    private final BoundedWork work;
    private final ScenarioTrial trial;
    private final long seconds;

    /** @param settings how long making a ruleset may take, and where the scenarios are */
    public RulesetMaker(LiveSettings settings) {
        this.work = new BoundedWork("ruleset-maker", settings.timeLimit());
        this.trial = new ScenarioTrial(new ScenarioPlace(settings.scenarios(), settings.rules()));
        this.seconds = settings.timeLimit().toSeconds();
    }

    /**
     * A ruleset that was made, and may come into force unless its trial failed.
     *
     * @param trial null when it was not tried
     */
    public record Made(DecisionDesk desk, @Nullable TrialReport trial) {}

    /**
     * Makes a ruleset and tries it.
     *
     * @throws RulesetRefused when it cannot decide, took too long or needed too much memory
     */
    public Made makeAndTry(RulesetSource source) throws RulesetRefused, InterruptedException {
        return bounded(() -> {
            DecisionDesk desk = desk(source);
            return new Made(desk, trial.of(desk));
        });
    }

    /** Makes a ruleset and does not try it. */
    Made make(RulesetSource source) throws RulesetRefused, InterruptedException {
        return bounded(() -> new Made(desk(source), null));
    }

    /** Tries a ruleset that was made. */
    TrialReport tryOut(DecisionDesk desk) throws RulesetRefused, InterruptedException {
        return bounded(() -> trial.of(desk));
    }

    /**
     * A ruleset's desk. A folder without any rule loads, and answers nothing to anybody: it is a folder half copied.
     *
     * @throws RulesetRefused when it cannot decide
     */
    public static DecisionDesk desk(RulesetSource source) throws RulesetRefused {
        Ruleset ruleset = Ruleset.load(source);
        if (ruleset.rules().isEmpty()) {
            throw refused("规则目录里没有一条规则；请恢复规则文件", "there is no rule in the rules folder; put the rule files back");
        }
        return new DecisionDesk(ruleset);
    }

    /** What is done with rulesets within bounds. */
    public interface Making<T> {
        T call() throws RulesetRefused, InterruptedException;
    }

    /**
     * Does something with rulesets within the bounds of making one. One thing at a time; others wait.
     *
     * @throws RulesetRefused of what is done, or when it took too long or needed too much memory
     */
    public synchronized <T> T bounded(Making<T> making) throws RulesetRefused, InterruptedException {
        try {
            return work.run(making::call);
        } catch (BoundedWork.TookTooLong late) {
            throw refused(
                    "检查、编译和试运行超过了 " + seconds + " 秒的上限，已放弃；请简化最近改动的规则",
                    "checking, compiling and trying took longer than the limit of " + seconds
                            + " seconds and was given up; simplify the rules changed last");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof RulesetRefused refused) {
                throw refused;
            } else if (cause instanceof OutOfMemoryError) {
                throw refused(
                        "编译所需的内存超过了服务可用的内存，已放弃；请简化或减少规则",
                        "compiling needed more memory than the service has and was given up; simplify the rules or have fewer");
            } else if (cause instanceof StackOverflowError) {
                throw refused(
                        "规则中的嵌套过深，无法编译；请拆开嵌套的条件",
                        "the rules are nested too deeply to compile; take nested conditions apart");
            }
            throw new IllegalStateException("a ruleset could not be made for a reason nobody foresaw", cause);
        }
    }

    private static RulesetRefused refused(String zh, String en) {
        return new RulesetRefused(List.of(new RulesetProblem(".", 0, 0, new Text(zh, en))));
    }
}
