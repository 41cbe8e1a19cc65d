package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory of a rules folder: what is checked is what decides, whatever happens to the files afterwards.
 *
 * <p>Holds the files that can change an answer — rules and the plain files beside them. Hidden files, editors' backups
 * and Markdown are left aside; any other file is kept as a problem, for it may be a rule file with a misspelt name.
 */
public final class RulesetSource {
    private static final int LARGEST_FILE = 8 * 1024 * 1024;
    private static final int DEEPEST_FOLDER = 16;
    private static final List<String> READ = List.of(".drl", ".yaml", ".csv");
    private static final List<String> ASIDE = List.of(".md", "~", ".swp", ".tmp", ".bak");

    private final SortedMap<String, byte[]> files;
    private final List<RulesetProblem> problems;
    private final String version;

    private RulesetSource(SortedMap<String, byte[]> files, List<RulesetProblem> problems) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.problems = List.copyOf(problems);
        this.version = hash(files);
    }

    /**
     * Copies a folder with all below it; links are followed.
     *
     * @throws IOException where there is no such folder, or a file of it cannot be read
     */
    public static RulesetSource read(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Copy copy = new Copy(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST_FOLDER, copy);
        return new RulesetSource(copy.files, copy.problems);
    }

    /** A folder given as its files, by path below it with {@code /}. */
    public static RulesetSource of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> kept = new TreeMap<>(CodePoints.ORDER);
        List<RulesetProblem> problems = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            String path = file.getKey();
            if (hidden(path) || isAside(path)) {
                continue;
            }
            RulesetProblem problem = problemWith(path, file.getValue().length);
            if (problem == null) {
                kept.put(path, file.getValue().clone());
            } else {
                problems.add(problem);
            }
        }
        return new RulesetSource(kept, problems);
    }

    /** Content hash (SHA-256, hexadecimal) of everything here that can change an answer: paths, lengths and bytes. */
    public String version() {
        return version;
    }

    /** Paths of all files, with {@code /}, in code-point order. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** Paths of the rule files (DRL), in code-point order. */
    public List<String> rulePaths() {
        return files.keySet().stream().filter(path -> path.endsWith(".drl")).toList();
    }

    /** Content of a file; null where there is no such file. */
    public byte @Nullable [] bytes(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? null : bytes.clone();
    }

    /** Text of a file, without byte order mark; null, with a problem added, where it is no UTF-8 or is not there. */
    public @Nullable String text(String path, List<RulesetProblem> problems) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            problems.add(new RulesetProblem(
                    path, 0, 0, new Text("缺少文件 " + path + "，请恢复该文件", "the file " + path + " is missing; put it back")));
            return null;
        }
        return Utf8.decode(path, bytes, problems);
    }

    /** Files that do not belong here. */
    public List<RulesetProblem> problems() {
        return problems;
    }

    private static boolean hidden(String path) {
        for (String name : path.split("/")) {
            if (name.startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAside(String path) {
        return ASIDE.stream().anyMatch(path::endsWith);
    }

    private static @Nullable RulesetProblem problemWith(String path, long size) {
        if (READ.stream().noneMatch(path::endsWith)) {
            return new RulesetProblem(
                    path,
                    0,
                    0,
                    new Text(
                            "未知文件：规则目录只读取扩展名为 .drl、.yaml、.csv（小写）的文件；请改名或移走该文件",
                            "unknown file: only .drl, .yaml and .csv files (lower case) are read;"
                                    + " rename it or move it away"));
        }
        if (size > LARGEST_FILE) {
            return new RulesetProblem(
                    path,
                    0,
                    0,
                    new Text(
                            "文件过大（超过 8 MiB），请检查是否放错了文件",
                            "the file is larger than 8 MiB; check whether it is the right one"));
        }
        return null;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        files.forEach((path, bytes) -> {
            // Lengths before contents, so that no two different folders run together into the same bytes.
            update(digest, path.getBytes(StandardCharsets.UTF_8));
            update(digest, bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** Collects the files of a folder while it is walked. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path root;
        private final SortedMap<String, byte[]> files = new TreeMap<>(CodePoints.ORDER);
        private final List<RulesetProblem> problems = new ArrayList<>();

        Copy(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && hidden(pathOf(folder))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = pathOf(file);
            if (hidden(path) || isAside(path)) {
                return FileVisitResult.CONTINUE;
            }
            RulesetProblem problem = problemWith(path, attributes.size());
            if (problem == null) {
                files.put(path, Files.readAllBytes(file));
            } else {
                problems.add(problem);
            }
            return FileVisitResult.CONTINUE;
        }

        private String pathOf(Path file) {
            StringBuilder path = new StringBuilder();
            for (Path name : root.relativize(file)) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
            return path.toString();
        }
    }
}
