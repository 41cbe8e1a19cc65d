package cn.jinniu.bangban.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A service that is killed again and again while many ask it, and what it told them before. */
final class KilledService {
    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");
    private static final Pattern ID = Pattern.compile("^\\{\"decisionId\":\"([0-9a-f-]{36})\"");
    private static final int CALLERS = 8;
    private static final int MOST_ANSWERS = 400;

    private final List<String> command = new ArrayList<>();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    KilledService(List<String> settings) {
        command.addAll(List.of("serve", "--port", "0", "--", "--bangban.reload.interval=0"));
        command.addAll(settings);
    }

    /** All answers that came back whole, by the decision's id. */
    Map<UUID, String> acknowledged() {
        return acknowledged;
    }

    /** Starts it, asks it, and kills it at a random moment: mostly under load, sometimes while it is still starting. */
    void round(int round, Random random) throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            if (round % 5 == 0) {
                process.waitFor(random.nextInt(6_000), TimeUnit.MILLISECONDS);
            } else {
                load(listening(said), random.nextInt(MOST_ANSWERS), process::destroyForcibly);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it, asks it, has its database killed and started under load, and kills it once it answers again. */
    void round(KilledServer database, Random random) throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            int port = listening(said);
            AtomicInteger answers = new AtomicInteger();
            load(port, random.nextInt(MOST_ANSWERS), () -> {
                int killed = answers.incrementAndGet();
                if (killed == 1) {
                    database.kill();
                    database.start();
                } else if (killed > MOST_ANSWERS / 2) {
                    process.destroyForcibly();
                }
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return JarProcess.prepare(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), command)
                .redirectErrorStream(true)
                .start();
    }

    private static int listening(BufferedReader said) throws IOException {
        int port = port(said);
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
        return port;
    }

    private static int port(BufferedReader said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            lines.add(line);
        }
        throw new AssertionError("the service did not start:\n" + String.join("\n", lines));
    }

    /**
     * Asks it until nobody answers. What is to be done behind so many decisions, and each one after, is done whatever it is
     * doing for the others just then.
     */
    private void load(int port, int answers, Runnable then) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + "/v1/decisions");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            AtomicInteger left = new AtomicInteger(answers);
            Runnable alive = () -> {
                if (left.getAndDecrement() <= 0) {
                    then.run();
                }
            };
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean streams = i % 4 == 0;
                running.add(callers.submit(() -> ask(address, streams, alive)));
            }
            for (Future<?> one : running) {
                one.get(5, TimeUnit.MINUTES);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Asks until nobody answers, and says after each decision that there was one. */
    private Void ask(URI address, boolean streams, Runnable answered) throws InterruptedException {
        while (true) {
            String body = streams
                    ? String.join(
                                    "\n",
                                    IntStream.range(0, 20)
                                            .mapToObj(i -> request())
                                            .toList()) + "\n"
                    : request();
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", streams ? "application/x-ndjson" : "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            try {
                if (streams) {
                    HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
                    answer.body().forEach(line -> acknowledge(line, answered));
                } else {
                    acknowledge(client.send(request, BodyHandlers.ofString()).body(), answered);
                }
            } catch (IOException | UncheckedIOException gone) {
                return null;
            }
        }
    }

    private String request() {
        return "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-" + requests.incrementAndGet()
                + "\",\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}]}]}";
    }

    private void acknowledge(String answer, Runnable decided) {
        Matcher id = ID.matcher(answer);
        // A line of a stream that broke off may be cut; whole ones end like this.
        if (id.find() && answer.endsWith("]}")) {
            acknowledged.put(UUID.fromString(id.group(1)), answer);
            decided.run();
        }
    }
}
