package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.reference.RandomRequests;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The jar that is shipped, in a heap of 256 MB and with its log,")
class SmallHeapIT {
    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");
    private static final int CALLERS = 16;
    private static final int CALLS = 10;
    private static final int PROJECTS = 10;

    @TempDir
    Path temporary;

    @Test
    @DisplayName("decides requests of ten projects for sixteen callers at once")
    void serves() throws Exception {
        Process process = JarProcess.prepare(
                        List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
                        List.of("serve", "--port", "0", "--", "--bangban.log=" + temporary.resolve("log")))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            int port = log.lines()
                    .map(STARTED::matcher)
                    .filter(Matcher::find)
                    .mapToInt(started -> Integer.parseInt(started.group(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(statuses(port)).hasSize(CALLERS * CALLS).containsOnly(200);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Integer> statuses(int port) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI address = URI.create("http://127.0.0.1:" + port + "/v1/decisions");
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<List<Integer>>> callers = IntStream.range(0, CALLERS)
                    .<Callable<List<Integer>>>mapToObj(caller -> () -> call(client, address, caller))
                    .toList();
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> each : threads.invokeAll(callers)) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Integer> call(HttpClient client, URI address, int caller) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            String json = RandomRequests.of(caller * CALLS + call, PROJECTS).json();
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json))
                    .build();
            statuses.add(client.send(request, BodyHandlers.discarding()).statusCode());
        }
        return statuses;
    }
}
