package cn.jinniu.bangban.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The worked examples that came with the contract, as shipped. */
public final class WorkedExamples {
    private static final Path FOLDER = Path.of("..", "test-data", "examples");
    private static final String REQUEST = ".request.json";

    private WorkedExamples() {}

    /** Their names, in order. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(REQUEST))
                    .map(name -> name.substring(0, name.length() - REQUEST.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String request(String name) {
        return read(name + REQUEST);
    }

    public static String decision(String name) {
        return read(name + ".decision.json");
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
