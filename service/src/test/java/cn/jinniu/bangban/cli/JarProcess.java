package cn.jinniu.bangban.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the jar that was built, on this Java, at the top of the project, on a machine that does not speak UTF-8. */
final class JarProcess {
    static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    static final Path JAR = Path.of("target", "bangban.jar").toAbsolutePath();

    private JarProcess() {}

    static ProcessBuilder prepare(List<String> javaOptions, List<String> command) {
        return prepare(JAR, javaOptions, command);
    }

    private static ProcessBuilder prepare(Path jar, List<String> javaOptions, List<String> command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(javaOptions);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(command);
        ProcessBuilder process = new ProcessBuilder(line).directory(TOP.toFile());
        process.environment().put("LC_ALL", "C");
        process.environment().put("BANGBAN_LOG", "off");
        process.environment().keySet().removeAll(List.of("BANGBAN_RULES", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return process;
    }

    /** Runs a command to its end. */
    static Run run(Path temporary, List<String> javaOptions, List<String> command)
            throws IOException, InterruptedException {
        return run(temporary, JAR, javaOptions, command);
    }

    /** Runs a command of a copy of the jar to its end. */
    static Run run(Path temporary, Path jar, List<String> javaOptions, List<String> command)
            throws IOException, InterruptedException {
        File out = temporary.resolve("out").toFile();
        File err = temporary.resolve("err").toFile();
        Process process = prepare(jar, javaOptions, command)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                throw new AssertionError("it did not come to its end: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
