package cn.jinniu.bangban.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on a port of its own, with the shipped rules. */
final class RunningService implements AutoCloseable {
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String PROBLEM = "application/problem+json";
    static final String DECISIONS = "/v1/decisions";

    private static RunningService shared;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext application;
    private final int port;

    private RunningService(String... settings) {
        List<String> all = new ArrayList<>(List.of("--server.port=0"));
        all.addAll(List.of(settings));
        if (all.stream().noneMatch(setting -> setting.startsWith("--bangban.rules="))) {
            all.add("--bangban.rules=../rules"); // given twice, a setting becomes a list
        }
        if (all.stream().noneMatch(setting -> setting.startsWith("--bangban.log="))) {
            all.add("--bangban.log=off");
        }
        application = WebApplication.run(all.toArray(String[]::new));
        port = Integer.parseInt(
                Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port")));
    }

    /** The one with the shipped settings, started once for all tests. */
    static synchronized RunningService shared() {
        if (shared == null) {
            shared = new RunningService("--bangban.log=" + temporaryLog());
        }
        return shared;
    }

    private static Path temporaryLog() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "log");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another one, such as {@code --bangban.max-request-size=2KB}. */
    static RunningService with(String... settings) {
        return new RunningService(settings);
    }

    int port() {
        return port;
    }

    /** What a setting is, as the service sees it. */
    String setting(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    /** @param headers names and values, in turn */
    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Asks for a decision. */
    HttpResponse<byte[]> decide(String json, String... headers) {
        return post(JSON, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Posts to the decision endpoint, announcing the length. */
    HttpResponse<byte[]> post(String type, byte[] body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", type), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", DECISIONS, BodyPublishers.ofByteArray(body), all);
    }

    HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The body as text. */
    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A header's value, empty when it was not sent. */
    static String header(HttpResponse<byte[]> response, String name) {
        return String.join(",", response.headers().allValues(name));
    }

    @Override
    public void close() {
        application.close();
    }
}
