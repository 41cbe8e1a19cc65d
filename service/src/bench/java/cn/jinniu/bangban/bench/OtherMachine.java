package cn.jinniu.bangban.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Java machine of its own, that has not got used to anything yet. */
final class OtherMachine {
    private OtherMachine() {}

    /** Runs a program to its end, and gives back the lines it wrote. */
    static List<String> run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(arguments));
        File log = new File("target/bench/" + program.getSimpleName() + ".log");
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.to(log))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program.getSimpleName() + " failed; see " + log);
        }
        return said.lines().toList();
    }
}
