package cn.jinniu.bangban.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shipped plain files, of which a test changes some. */
public final class RulesFolder {
    static final Path SHIPPED = Path.of("..", "rules");

    private final Map<String, byte[]> files = new HashMap<>();

    public RulesFolder() {
        try {
            RulesetSource shipped = RulesetSource.read(SHIPPED);
            shipped.paths().forEach(path -> files.put(path, shipped.bytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RulesFolder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public RulesFolder with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public RulesFolder without(String path) {
        files.remove(path);
        return this;
    }

    /** Replaces a piece of a file that occurs in it exactly once. */
    public RulesFolder replacing(String path, String piece, String replacement) {
        String text = text(path);
        if (text.indexOf(piece) < 0 || text.indexOf(piece) != text.lastIndexOf(piece)) {
            throw new IllegalArgumentException("not exactly once in " + path + ": " + piece);
        }
        return with(path, text.replace(piece, replacement));
    }

    public RulesFolder appending(String path, String text) {
        return with(path, text(path) + text);
    }

    public String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    int lineCount(String path) {
        return (int) text(path).lines().count();
    }

    /** Without any duty: of the rule files only the vocabulary and what makes obligations of duties. */
    public RulesFolder withoutDuties() {
        files.keySet()
                .removeIf(path -> path.endsWith(".drl")
                        && !path.equals("vocabulary.drl")
                        && !path.equals("status-and-alerts/status.drl"));
        return this;
    }

    /** Writes all files below a folder. */
    public Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    public RulesetSource source() {
        return RulesetSource.of(files);
    }

    /** What was read; fails where there is a problem. */
    RulesetData data() {
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData data = RulesetData.read(source(), problems);
        if (!problems.isEmpty()) {
            throw new AssertionError("problems: " + problems);
        }
        return data;
    }

    /** Everything wrong, as {@code file:line:column: English}. */
    List<String> problems() {
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData.read(source(), problems);
        return problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + ":" + problem.column() + ": "
                        + problem.message().en())
                .toList();
    }
}
