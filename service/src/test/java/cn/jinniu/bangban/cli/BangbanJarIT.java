package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The jar that is shipped")
class BangbanJarIT {
    private static final Path EXAMPLES = Path.of("test-data", "examples");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    @TempDir
    Path temporary;

    @Test
    @DisplayName("decides all worked examples exactly")
    void examples() throws Exception {
        List<String> names;
        try (Stream<Path> files = Files.list(JarProcess.TOP.resolve(EXAMPLES))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".request.json"))
                    .sorted()
                    .toList();
        }
        List<String> command = new ArrayList<>(List.of("decide"));
        names.forEach(name -> command.add(EXAMPLES.resolve(name).toString()));
        Run run = JarProcess.run(temporary, List.of(), command);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(names).isNotEmpty();
        assertThat(run.outLines()).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            Path decision =
                    JarProcess.TOP.resolve(EXAMPLES).resolve(names.get(i).replace(".request.", ".decision."));
            assertThat(essence(run.outLines().get(i))).as(names.get(i)).isEqualTo(essence(Files.readString(decision)));
        }
    }

    @Test
    @DisplayName("decides what it is piped, in the quick way and in the plain way alike")
    void piped() throws Exception {
        Path request = JarProcess.TOP.resolve(EXAMPLES).resolve("01-two-key-projects-in-march.request.json");
        Run quick = JarProcess.run(temporary, List.of(), List.of("decide", request.toString()));
        Process plain = JarProcess.prepare(List.of(), List.of("decide")).start();
        try (OutputStream pipe = plain.getOutputStream()) {
            Files.copy(request, pipe);
        }
        String piped = new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(plain.waitFor()).isZero();
        assertThat(piped).isNotEmpty().isEqualTo(quick.out());
    }

    @Test
    @DisplayName("decides by the rules compiled into it as by the same rules compiled on the spot")
    void compiledRules() throws Exception {
        Path others = temporary.resolve("rules");
        FileSystemUtils.copyRecursively(JarProcess.TOP.resolve("rules"), others);
        Files.writeString(others.resolve("parameters.yaml"), "\n", StandardOpenOption.APPEND);
        Run check = JarProcess.run(
                temporary, List.of("-Xlog:class+load:file=" + temporary.resolve("shipped.log")), List.of("check"));
        Run shipped = JarProcess.run(temporary, List.of(), List.of("replay"));
        Run compiled = JarProcess.run(temporary, List.of(), List.of("replay", "--rules", others.toString()));
        assertThat(check.exitCode()).isZero();
        assertThat(Files.readString(temporary.resolve("shipped.log")))
                .as("rules that are compiled already are not compiled again")
                .contains(" cn.jinniu.bangban.engine.Ruleset ")
                .doesNotContain("org.eclipse.jdt.internal.compiler.Compiler ");
        assertThat(shipped.out()).isNotEmpty().isEqualTo(compiled.out());
        assertThat(compiled.exitCode()).isZero();
    }

    @Test
    @DisplayName("lays beside it the classes that short commands need, and passes on how they end")
    void quickStart() throws Exception {
        assertThat(JarProcess.JAR.resolveSibling("bangban.jsa")).isNotEmptyFile();
        Run run = JarProcess.run(
                temporary, List.of(), List.of("check", temporary.resolve("none").toString()));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    @DisplayName(
            "runs from wherever it is copied to, without the classes laid beside it and where nothing can be written")
    void copied() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("copied"));
        Path jar = Files.copy(JarProcess.JAR, folder.resolve("b.jar"));
        assertThat(folder.toFile().setWritable(false)).isTrue();
        Run run = JarProcess.run(temporary, jar, List.of(), List.of("check"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("规则目录 rules 可用");
        assertThat(run.exitCode()).isZero();
        assertThat(folder.toFile().setWritable(true)).isTrue();
    }

    /** A decision without what the contract leaves free. */
    private static JsonNode essence(String decision) {
        ObjectNode node = (ObjectNode) JSON.readTree(decision);
        node.remove(List.of("decisionId", "ruleset"));
        for (String section : List.of("determinations", "obligations", "alerts")) {
            node.get(section).forEach(answer -> ((ObjectNode) answer).remove(List.of("rule", "message")));
        }
        return node;
    }

    @Test
    @DisplayName("checks the shipped rules, speaks UTF-8 on a machine that does not, and loads no Spring for it")
    void check() throws Exception {
        Path classes = temporary.resolve("classes.log");
        Run run = JarProcess.run(
                temporary, List.of("-Xlog:class+load:file=" + classes, "-Dfile.encoding=US-ASCII"), List.of("check"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("规则目录 rules 可用");
        assertThat(run.exitCode()).isZero();
        try (Stream<String> lines = Files.lines(classes)) {
            assertThat(lines.filter(line -> line.contains(" org.springframework.")))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("replays all shipped scenarios as they expect")
    void replay() throws Exception {
        Run run = JarProcess.run(temporary, List.of(), List.of("replay", "--lang=en"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("\\d+ scenarios replayed: \\d+ as expected, 0 with differences\\R");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("finds every shipped rule fired by a scenario, and nine in ten small changes of the rules noticed")
    void coverage() throws Exception {
        Run run = JarProcess.run(temporary, List.of(), List.of("coverage", "--mutate", "--lang=en", "--min-score=90"));
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).last().asString().startsWith("Changes noticed: ");
        assertThat(run.exitCode()).as(run.out()).isZero();
    }

    @Test
    @DisplayName("serves a decision on loopback, and stops gracefully when asked to")
    void serve() throws Exception {
        Process process = JarProcess.prepare(List.of(), List.of("serve", "--port", "0"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(log, new ArrayList<>());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/decisions"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"asOf\":\"2026-05-20\"}"))
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"asOf\":\"2026-05-20\"", "\"obligations\":[]");
            process.toHandle().destroy(); // Process.destroy would close the log, which is read on
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as("128 and SIGTERM").isEqualTo(143);
            assertThat(log.lines()).noneMatch(line -> line.contains("Exception"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("serves with the classes laid beside it, in the process that was started; with options, in just those")
    @EnabledOnOs(OS.LINUX)
    void servesWithArchive() throws Exception {
        assertThat(filesOfService(List.of())).contains("/bangban.jsa");
        assertThat(filesOfService(List.of("-XX:+UseSerialGC"))).doesNotContain("/bangban.jsa");
    }

    /** What the process that was started has in its memory once it serves. */
    private static String filesOfService(List<String> options) throws Exception {
        Process process = JarProcess.prepare(options, List.of("serve", "--port", "0"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            assertThat(port(log, said)).isPositive();
            assertThat(said).as("nothing is said of the archive").noneMatch(line -> line.contains("[warning]"));
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits until the service says which port it listens on, and keeps what it says before. */
    private static int port(BufferedReader log, List<String> said) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            said.add(line);
        }
        throw new AssertionError("the service did not start:\n" + String.join("\n", said));
    }

    @Test
    @DisplayName("says in few words why it cannot serve")
    void cannotServe() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Run run = JarProcess.run(temporary, List.of(), List.of("serve", "--port", port));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(port).doesNotContain("\tat ");
            assertThat(run.out()).doesNotContain("\tat ");
        }
    }

    @Test
    @DisplayName("serves without rules too, saying that it cannot decide, and why")
    void servesWithoutRules() throws Exception {
        Process process = JarProcess.prepare(
                        List.of(), List.of("serve", "--port", "0", "--rules", temporary.toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            int port = port(log, said);
            assertThat(said).anyMatch(line -> line.contains("the rules folder cannot be used"));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/ruleset"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .contains("\"state\":\"FAILED\"");
            process.toHandle().destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
