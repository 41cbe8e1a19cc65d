package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.TutorialRules;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.DecisionComparison;
import cn.jinniu.bangban.reference.ReferenceData;
import cn.jinniu.bangban.reference.ReferenceDecider;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The decision core: facts in, decision out, decided three ways that are checked to agree before any is timed. */
@State(Scope.Benchmark)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Deciding {
    @Param({"SMALL", "MEDIUM", "LARGE", "HUGE"})
    public Size size;

    private List<CaseFile> files;
    private Ruleset rules;
    private TutorialRules tutorial;
    private ReferenceDecider reference;
    private int turn;

    @Setup
    public void prepare() {
        files = size.caseFiles();
        rules = Rules.load();
        tutorial = TutorialRules.of(Rules.source());
        reference = ReferenceData.decider();
        for (CaseFile file : files) {
            Decision expected = reference.decide(file);
            agree("rules", expected, rules.decide(file));
            agree("tutorial", expected, tutorial.decide(file));
        }
    }

    private static void agree(String way, Decision expected, Decision decided) {
        List<String> differences = DecisionComparison.differences(expected, decided);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(way + " decides otherwise: " + differences);
        }
    }

    private CaseFile next() {
        turn = turn + 1 == files.size() ? 0 : turn + 1;
        return files.get(turn);
    }

    /** What the service does. */
    @Benchmark
    public Decision service() {
        return rules.decide(next());
    }

    /** The same rules, the way a Drools tutorial shows. */
    @Benchmark
    public Decision tutorial() {
        return tutorial.decide(next());
    }

    /** The policy written by hand in plain Java: the floor. */
    @Benchmark
    public Decision byHand() {
        return reference.decide(next());
    }
}
