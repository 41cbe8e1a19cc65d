package cn.jinniu.bangban.web;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.AnswerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what was answered. */
@Component
class DecisionMetrics implements AnswerListener {
    private static final String DECIDED = "decided";
    private static final String REFUSED = "refused";
    private static final String NOT_JSON = "not-json";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;
    private final Map<String, Counter> results = new ConcurrentHashMap<>();
    /** By code, and then by status. */
    private final Map<String, Counter[]> obligations = new ConcurrentHashMap<>();

    private final Map<String, Counter> alerts = new ConcurrentHashMap<>();
    private final Timer durations;
    private final DistributionSummary facts;

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        durations = Timer.builder("bangban.decision.duration")
                .description("Time from a request's bytes to its answer's records")
                .publishPercentileHistogram()
                .register(registry);
        facts = DistributionSummary.builder("bangban.decision.facts")
                .description("Facts of a decided request")
                .register(registry);
        // There from the start, so that the first of a kind is seen to be one more than none.
        List.of(DECIDED, REFUSED, NOT_JSON, FAILED).forEach(this::counter);
    }

    @Override
    public void heard(Answer answer, long nanoseconds) {
        durations.record(nanoseconds, TimeUnit.NANOSECONDS);
        if (answer instanceof Answer.Decided decided) {
            count(DECIDED);
            facts.record(decided.facts().size());
            for (Obligation obligation : decided.decision().obligations()) {
                obligations(obligation.code())[obligation.status().ordinal()].increment();
            }
            for (Alert alert : decided.decision().alerts()) {
                alerts(alert.code()).increment();
            }
        } else if (answer instanceof Answer.Refused) {
            count(REFUSED);
        } else if (answer instanceof Answer.NotJson) {
            count(NOT_JSON);
        } else {
            count(FAILED);
        }
    }

    @Override
    public void failed(RuntimeException unforeseen) {
        count(FAILED);
    }

    private void count(String result) {
        counter(result).increment();
    }

    private Counter counter(String result) {
        Counter known = results.get(result); // to ask for it to be made would make callers wait for each other
        return known == null
                ? results.computeIfAbsent(result, each -> registry.counter("bangban.decisions", "result", each))
                : known;
    }

    private Counter[] obligations(String code) {
        Counter[] known = obligations.get(code);
        return known == null
                ? obligations.computeIfAbsent(
                        code,
                        each -> Stream.of(Status.values())
                                .map(status ->
                                        registry.counter("bangban.obligations", "code", each, "status", status.name()))
                                .toArray(Counter[]::new))
                : known;
    }

    private Counter alerts(String code) {
        Counter known = alerts.get(code);
        return known == null
                ? alerts.computeIfAbsent(code, each -> registry.counter("bangban.alerts", "code", each))
                : known;
    }
}
