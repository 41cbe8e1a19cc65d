package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.DecisionWriter;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** From a request's bytes to facts, and from a decision to an answer's bytes. */
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Json {
    private static final String ID = "01a2101c-66e1-7000-9b90-307c57bbb2ea";

    @Param({"SMALL", "LARGE"})
    public Size size;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<byte[]> broken = new ArrayList<>();
    private List<byte[]> requests;
    private CaseFileReader reader;
    private DecisionWriter writer;
    private int turn;

    @Setup
    public void prepare() {
        Ruleset rules = Rules.load();
        reader = new CaseFileReader(
                rules.data().directory().units(), rules.data().sectors().words());
        writer = new DecisionWriter(rules.data().messages());
        for (CaseFile file : size.caseFiles()) {
            decisions.add(rules.decide(file));
        }
        requests = size.requests();
        for (byte[] request : requests) {
            byte[] wrong = broken(request);
            if (!(reader.read(wrong, LocalDate.EPOCH) instanceof Reading.Refused)) {
                throw new IllegalStateException("not refused: " + new String(wrong, StandardCharsets.UTF_8));
            }
            broken.add(wrong);
        }
    }

    /** The same request with a unit nobody knows, a day that is none and a reference to nothing, all through it. */
    private static byte[] broken(byte[] request) {
        return new String(request, StandardCharsets.UTF_8)
                .replace("-bureau\"", "-office\"")
                .replace("2026-01-1", "2026-13-1")
                .replace("\"report\":\"R-", "\"report\":\"X-")
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T next(List<T> all) {
        turn = turn + 1 >= all.size() ? 0 : turn + 1;
        return all.get(turn);
    }

    /** Reads, checks and takes apart a request that is in order. */
    @Benchmark
    public Reading read() {
        return reader.read(next(requests), LocalDate.EPOCH);
    }

    /** Finds everything that is wrong with a request. */
    @Benchmark
    public Reading refuse() {
        return reader.read(next(broken), LocalDate.EPOCH);
    }

    /** Writes a decision with its messages. */
    @Benchmark
    public byte[] write() {
        return writer.bytes(next(decisions), ID, Language.ZH);
    }
}
