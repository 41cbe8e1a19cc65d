package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.AnswerListener;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.NdjsonDesk;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Streams of small requests, decided in a Java machine of one core and of two, by turns. */
final class StreamBenchmark {
    private static final int LINES = 2_000;
    private static final int ROUNDS = 2;
    /** On one core the compiler has to share it. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration TIME = Duration.ofSeconds(3);

    void run(Report report) throws IOException, InterruptedException {
        double one = 0;
        double two = 0;
        for (int round = 0; round < ROUNDS; round++) {
            one = Math.max(one, inMachineOf(1));
            two = Math.max(two, inMachineOf(2));
        }
        report.table("NDJSON: small decisions a second, log off, the better of " + ROUNDS, "cores", "a second");
        report.row("1", one);
        report.row("2", two);
        report.atLeast("NDJSON on two cores against one", two / one, 1.8);
        report.atLeast("NDJSON, small decisions a second on two cores", two, 12_000);
    }

    private static double inMachineOf(int cores) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (new File("/usr/bin/taskset").canExecute()) {
            line.addAll(List.of("/usr/bin/taskset", "-c", cores == 1 ? "0" : "0,1"));
        }
        line.add(System.getProperty("java.home") + "/bin/java");
        line.addAll(List.of("-Xmx1g", "-XX:+UseParallelGC", "-XX:ActiveProcessorCount=" + cores));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), StreamBenchmark.class.getName()));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the stream was not decided: " + said);
        }
        return Double.parseDouble(said.substring(said.lastIndexOf('\n') + 1));
    }

    /** Says how many lines a second are decided here. */
    public static void main(String[] args) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        DecisionDesk desk = new DecisionDesk(Rules.load());
        NdjsonDesk streams = new NdjsonDesk(
                () -> desk,
                () -> LocalDate.EPOCH,
                (line, decision) -> "01a2101c-66e1-7000-9b90-307c57bbb2ea",
                new Unheard(),
                workers,
                1 << 20);
        byte[] stream = lines();
        decide(streams, stream, WARM_UP);
        System.out.println(decide(streams, stream, TIME));
        workers.shutdown();
    }

    private static double decide(NdjsonDesk streams, byte[] stream, Duration time) throws IOException {
        long began = System.nanoTime();
        long lines = 0;
        while (System.nanoTime() - began < time.toNanos()) {
            if (streams.answer(new ByteArrayInputStream(stream), OutputStream.nullOutputStream(), Language.ZH) > 0) {
                throw new IllegalStateException("not decided");
            }
            lines += LINES;
        }
        return lines / ((System.nanoTime() - began) / 1e9);
    }

    private static byte[] lines() throws IOException {
        List<byte[]> requests = Size.SMALL.requests();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < LINES; i++) {
            stream.write(requests.get(i % requests.size()));
            stream.write('\n');
        }
        return stream.toByteArray();
    }

    private static final class Unheard implements AnswerListener {
        @Override
        public void heard(Answer answer, long nanoseconds) {}

        @Override
        public void failed(RuntimeException unforeseen) {
            throw unforeseen;
        }
    }
}
