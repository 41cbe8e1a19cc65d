package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.bench.Load.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions over HTTP beside the same without rules, by turns in one server, so that both meet the same weather. */
final class HttpBenchmarks {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 6;
    /** On two cores it takes one caller so long until all is machine code; many would leave the compiler no core. */
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    private static final Duration TURN = Duration.ofMillis(1_500);

    private static final String DECIDE = "/v1/decisions";
    private static final String ECHO = "/bench/echo";
    private static final String CANNED = "/bench/canned";

    void run(Report report) throws Exception {
        Map<String, List<Heard>> heard = new LinkedHashMap<>();
        try (Service service = Service.withEcho(List.of("-XX:+UseParallelGC"))) {
            Load load = new Load(service.port, CONNECTIONS, Size.SMALL);
            Load alone = new Load(service.port, 1, Size.SMALL);
            for (String path : List.of(DECIDE, ECHO, CANNED)) {
                alone.run(path, WARM_UP);
                load.run(path, TURN);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : List.of(DECIDE, ECHO, CANNED)) {
                    heard.computeIfAbsent(path, first -> new ArrayList<>()).add(load.run(path, TURN));
                }
            }
        }
        report.table(
                "HTTP: small requests, " + CONNECTIONS + " connections, by turns in one server",
                "address",
                "a second",
                "p50 ms",
                "p99 ms",
                "p99.9 ms");
        heard.forEach((path, parts) -> {
            Heard all = Heard.all(parts);
            report.row(path, all.perSecond(), all.percentile(50), all.percentile(99), all.percentile(99.9));
        });
        Heard decide = Heard.all(heard.get(DECIDE));
        Heard echo = Heard.all(heard.get(ECHO));
        report.atLeast("HTTP throughput against echo, SMALL", decide.perSecond() / echo.perSecond(), 0.7);
        report.atMost("HTTP p99 against echo's, SMALL", decide.percentile(99) / echo.percentile(99), 2.5);
    }
}
