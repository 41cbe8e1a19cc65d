package cn.jinniu.bangban;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the service with the archive of classes laid beside the jar, and the collector that suits it. That takes options
 * of the Java machine, and the service must be the very process that was started: it is what is stopped, watched and
 * counted. So no other process is started; this one begins anew, with the options, as {@code exec} does in a shell: same
 * id, same input and output.
 *
 * <p>Whoever gives options to the Java machine gets just those. Where this cannot be done, the service starts without.
 */
final class ServiceStart {
    /** What this process was started with: the very bytes, for a name need not be readable to be given on. */
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    /** Turns any bytes into characters and back. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /**
     * Nothing is said about an archive that does not fit: it is merely not used. The collector is the one that asks least
     * of the program's own threads: what a request makes is garbage when it is answered, and what lasts is small.
     */
    private static final List<String> OPTIONS =
            List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:+UseParallelGC");

    /** The Java machine that made an archive says so in its first bytes. */
    private static final int HEAD = 1024;

    private ServiceStart() {}

    /** Begins this process anew if it is to serve and gains by it; returns if not. */
    static void run(String... args) {
        if (args.length == 0 || !args[0].equals("serve") || !Files.isReadable(COMMAND_LINE)) {
            return;
        }
        try {
            Path jar = Path.of(System.getProperty("java.class.path"));
            List<String> line = commandLine();
            if (line.size() > 2 && line.get(1).equals("-jar") && !toldOtherwise() && fits(jar)) {
                begin(withArchive(line));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            return; // Another system, or one that forbids it: the service starts as well without.
        }
    }

    private static List<String> commandLine() throws IOException {
        return List.of(Files.readString(COMMAND_LINE, BYTES).split("\0", -1));
    }

    /** Options for the Java machine may stand in the environment, too. */
    private static boolean toldOtherwise() {
        return Stream.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")
                .anyMatch(name -> System.getenv(name) != null);
    }

    /** Whether there is an archive, made of this jar by this Java machine; with another, a start would only take longer. */
    private static boolean fits(Path jar) throws IOException {
        Path archive = QuickStart.archiveOf(jar);
        if (!Files.isReadable(archive) || !Files.getLastModifiedTime(archive).equals(Files.getLastModifiedTime(jar))) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(archive)) {
            return new String(bytes.readNBytes(HEAD), BYTES)
                    .contains('(' + System.getProperty("java.vm.version") + ')');
        }
    }

    private static List<String> withArchive(List<String> line) {
        List<String> anew = new ArrayList<>();
        anew.add(line.get(0));
        anew.addAll(OPTIONS);
        anew.add("-XX:SharedArchiveFile=" + QuickStart.archiveOf(line.get(2)));
        anew.addAll(line.subList(1, line.size() - 1)); // What is split ends with an empty piece.
        return anew;
    }

    private static void begin(List<String> line) {
        // Its part in machine code is unpacked for a moment: this jar's own, and not into a folder left in the user's
        // home.
        System.setProperty("jna.nosys", "true");
        System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        Native.register(ServiceStart.class, "c");
        execv((QuickStart.java() + '\0').getBytes(names), new StringArray(line.toArray(String[]::new), BYTES.name()));
    }

    /** Puts a program in this one's place; returns only where that fails. */
    private static native int execv(byte[] program, Pointer arguments);
}
