package cn.jinniu.bangban.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a Java machine of its own, at the top of the project; without a log where none is asked for. */
final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final int port;
    /** From asking for the process to the first decision. */
    final Duration start;

    private final Process process;

    private Service(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /** What a user starts: the jar. */
    static Service ofJar(Path javaHome, List<String> options) {
        return ofJar(javaHome, options, "off");
    }

    /** The same with a log. */
    static Service ofJar(Path javaHome, List<String> options, String log) {
        List<String> line = new ArrayList<>(options);
        line.addAll(List.of(
                "-jar", Path.of("target", "bangban.jar").toAbsolutePath().toString()));
        return start(javaHome, line, log);
    }

    /** The same with the benchmarks' own addresses; not from the jar, so what the jar tells the Java machine is to be given. */
    static Service withEcho(List<String> options) {
        List<String> line = new ArrayList<>(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "cn.jinniu.bangban.Bangban"));
        return start(Path.of(System.getProperty("java.home")), line, "off");
    }

    private static Service start(Path javaHome, List<String> options, String decisionLog) {
        int port = freePort();
        List<String> line = new ArrayList<>();
        line.add(javaHome.resolve("bin").resolve("java").toString());
        line.addAll(options);
        line.addAll(List.of("serve", "--port", String.valueOf(port), "--", "--bangban.log=" + decisionLog));
        File log = Path.of("target", "bench", "service.log").toFile();
        long began = System.nanoTime();
        try {
            Process process = new ProcessBuilder(line)
                    .directory(new File("..").getCanonicalFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            Service service = new Service(process, port, Duration.ZERO);
            try {
                service.awaitDecision(began);
            } catch (RuntimeException e) {
                service.close();
                throw e;
            }
            return new Service(process, port, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitDecision(long began) {
        byte[] request = Size.SMALL.requests().get(0);
        while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
            try (Connection connection = new Connection(port)) {
                connection.send(Connection.request("/v1/decisions", 0, request));
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("the service did not decide; see target/bench/service.log");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes of memory it holds; not a number where the system does not say. */
    double residentMegabytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException noSuchSystem) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
