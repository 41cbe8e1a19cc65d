package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.engine.Ruleset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** From the rules folder to a ruleset that can decide. */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Loading {
    /** Read, checked and compiled, as on a reload or of rules that are not the jar's own; the rules before retire. */
    @Benchmark
    public Ruleset reload() {
        Ruleset made = Rules.compile();
        made.retire();
        return made;
    }

    /** The rules the program was built with, whose compiled form is at hand. */
    @Benchmark
    public Ruleset precompiled() {
        return Rules.load();
    }
}
