package cn.jinniu.bangban;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs a command of the process in a Java machine that is set up for short runs: its classes come from an archive laid
 * beside the jar when that was built, and it compiles quickly rather than well. This needs options that only a machine's
 * start takes, so it is started here; half of a short command's time is saved by it.
 *
 * <p>Whoever gives options to the Java machine gets just those. The service is never run this way: it must be the very
 * process that was started, see {@link ServiceStart}.
 */
final class QuickStart {
    /** Nothing is said about an archive that does not fit: it is merely not used. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable");

    /** Options of commands that go through as much as there is: good machine code pays for these. */
    private static final Set<String> LONG = Set.of("--log", "--mutate", "--requests");

    private static final long LARGE = 1 << 20;

    private QuickStart() {}

    /**
     * Runs a command, its input and output being the process's own.
     *
     * @return its exit code; nothing when the command is better run here
     */
    static OptionalInt run(String... args) {
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (!isShort(args) || !plain()) {
            return OptionalInt.empty();
        }
        List<String> command = command(jar);
        command.addAll(List.of(args));
        try {
            Process child = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
            return OptionalInt.of(child.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty(); // No second process to be had: the command runs as well in this one.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static boolean isShort(String... args) {
        return switch (args.length == 0 ? "" : args[0]) {
            case "", "serve", "log" -> false;
            // Standard input may be of any length.
            case "decide" -> isShortOn(args) && Stream.of(args).anyMatch(arg -> size(arg) > 0);
            default -> isShortOn(args);
        };
    }

    private static boolean isShortOn(String... args) {
        return Stream.of(args)
                .noneMatch(arg -> arg.equals("-") || LONG.contains(arg.split("=", 2)[0]) || size(arg) > LARGE);
    }

    private static long size(String arg) {
        return new File(arg).length();
    }

    /** The archive of classes that belongs to a jar. */
    static Path archiveOf(Path jar) {
        return jar.resolveSibling(archiveOf(jar.getFileName().toString()));
    }

    /** The same by their names. */
    static String archiveOf(String jar) {
        return jar.replaceFirst("\\.jar$", "") + ".jsa";
    }

    private static List<String> command(Path jar) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(OPTIONS);
        Path archive = archiveOf(jar);
        if (Files.isReadable(archive)) { // A jar copied elsewhere has none, and gains by the rest.
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether this process is {@code java -jar …}, with no options before the jar. */
    private static boolean plain() {
        return ProcessHandle.current()
                .info()
                .arguments()
                .filter(arguments -> arguments.length > 0 && arguments[0].equals("-jar"))
                .isPresent();
    }
}
