package cn.jinniu.bangban;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A step of the build: lays an archive of classes beside the jar, from which {@link QuickStart} and {@link ServiceStart}
 * have them at once. It fits the Java machine that made it; another one passes it over.
 */
public final class PrepareQuickStart {
    private PrepareQuickStart() {}

    /**
     * Makes the archive. Where the Java machine cannot, says so: commands then start without one.
     *
     * @param args the jar, the rules folder, the folder of scenarios, and a request
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]).toAbsolutePath().normalize();
        Path archive = QuickStart.archiveOf(jar);
        Files.deleteIfExists(archive);
        Path work = Files.createTempDirectory("bangban-quick-start");
        try {
            Path classes = work.resolve("classes.txt");
            Files.write(classes, classesOf(jar, work, args[1], args[2], args[3]));
            List<String> options =
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive);
            if (run(jar, work, options, List.of()) == 0) {
                // It has the jar's time of change, so that it can be told from the archive of another jar.
                Files.setLastModifiedTime(archive, Files.getLastModifiedTime(jar));
            } else {
                Files.deleteIfExists(archive);
                System.getLogger(PrepareQuickStart.class.getName())
                        .log(Level.WARNING, "no archive of classes could be made; commands start slower without");
            }
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** The names of the classes that commands and the service need. */
    private static Set<String> classesOf(Path jar, Path work, String rules, String scenarios, String request)
            throws IOException, InterruptedException {
        // Rules that are not the jar's own must be compiled, and that needs the most classes.
        Path others = work.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of(rules), others);
        Files.writeString(others.resolve("parameters.yaml"), "\n", StandardOpenOption.APPEND);
        String commands = Bangban.class.getName();
        List<List<String>> samples = List.of(
                List.of(commands, "check", others.toString()),
                List.of(commands, "replay", "--rules", rules, scenarios),
                List.of(commands, "decide", "--rules", rules, "--format", "table", request),
                List.of(ServeOnce.class.getName(), rules, work.resolve("log").toString(), request));
        Set<String> names = new TreeSet<>();
        for (List<String> sample : samples) {
            Path list = work.resolve("list.txt");
            run(jar, work, List.of("-XX:DumpLoadedClassList=" + list), sample);
            try (Stream<String> lines = Files.lines(list)) {
                // What else is in the list has made the machine crash, and saves next to nothing.
                lines.filter(line -> !line.startsWith("#") && !line.startsWith("@"))
                        .map(line -> line.split(" ", 2)[0])
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static int run(Path jar, Path work, List<String> options, List<String> mainAndArguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(QuickStart.java());
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString()));
        command.addAll(mainAndArguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }
}
