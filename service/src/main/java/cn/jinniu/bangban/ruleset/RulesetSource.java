package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A copy in memory of a rules folder: what is checked is what decides, whatever happens to the files afterwards.
 *
 * <p>Holds the files that can change an answer — rules and the plain files beside them. Hidden files, editors' backups
 * and Markdown are left aside; any other file is kept as a problem, for it may be a rule file with a misspelt name.
 */
public final class RulesetSource {
    private static final int LARGEST_FILE = 8 * 1024 * 1024;
    private static final int LARGEST_FOLDER = 32 * 1024 * 1024;
    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST_FOLDER = 16;
    private static final List<String> READ = List.of(".drl", ".yaml", ".csv");

    /** What editors, file managers and transfers leave behind, by the end of the name; upper case or lower. */
    private static final Pattern ASIDE = Pattern.compile(
            ".*(?:\\.(?:md|sw[a-z]|tmp|temp|bak|old|orig|rej|part|crdownload|lock)|~)"
                    + "|~\\$.*|#.*#|4913|thumbs\\.db|desktop\\.ini|.*___jb_(?:tmp|old|bak)___",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SortedMap<String, byte[]> files;
    private final List<RulesetProblem> problems;
    private final String version;

    private RulesetSource(SortedMap<String, byte[]> files, List<RulesetProblem> problems) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.problems = List.copyOf(problems);
        this.version = hash(files);
    }

    /**
     * Copies a folder with all below it. Links are followed as long as they stay below the folder: one that leads out of it
     * would show files to people who may not read them.
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
        long size = 0;
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            String path = file.getKey();
            if (hidden(path) || isAside(path)) {
                continue;
            }
            size += file.getValue().length;
            RulesetProblem problem = problemWith(path, file.getValue().length);
            if (problem == null) {
                problem = problemWith(path, kept.size() + 1, size);
            }
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
                    path,
                    0,
                    0,
                    0,
                    ProblemKind.FILE,
                    new Text("缺少文件 " + path + "，请恢复该文件", "the file " + path + " is missing; put it back")));
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
        return ASIDE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    private static @Nullable RulesetProblem problemWith(String path, long size) {
        if (READ.stream().noneMatch(path::endsWith)) {
            return new RulesetProblem(
                    path,
                    0,
                    0,
                    0,
                    ProblemKind.FILE,
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
                    0,
                    ProblemKind.FILE,
                    new Text(
                            "文件过大（超过 8 MiB），请检查是否放错了文件",
                            "the file is larger than 8 MiB; check whether it is the right one"));
        }
        return null;
    }

    /** @param files how many files there are with this one */
    private static @Nullable RulesetProblem problemWith(String path, int files, long sizeOfAll) {
        if (files > MOST_FILES) {
            return problem(
                    path,
                    "规则目录的文件超过 " + MOST_FILES + " 个；请检查是否放错了文件",
                    "the rules folder has more than " + MOST_FILES + " files; check whether they belong here");
        }
        if (sizeOfAll > LARGEST_FOLDER) {
            return problem(
                    path,
                    "规则目录的文件合计超过 32 MiB；请检查是否放错了文件",
                    "the files of the rules folder are larger than 32 MiB together; check whether they belong here");
        }
        return null;
    }

    private static RulesetProblem problem(String path, String zh, String en) {
        return new RulesetProblem(path, 0, 0, 0, ProblemKind.FILE, new Text(zh, en));
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
        private final Path realRoot;
        private final SortedMap<String, byte[]> files = new TreeMap<>(CodePoints.ORDER);
        private final List<RulesetProblem> problems = new ArrayList<>();
        private long size;

        Copy(Path root) throws IOException {
            this.root = root;
            this.realRoot = root.toRealPath();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            String path = pathOf(folder);
            if (hidden(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (leadsOut(folder)) {
                problems.add(outside(path));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = pathOf(file);
            if (hidden(path) || isAside(path)) {
                return FileVisitResult.CONTINUE;
            }
            RulesetProblem problem = misplaced(file, path, attributes);
            if (problem == null) {
                problem = problemWith(path, attributes.size());
            }
            if (problem == null) {
                problem = copy(file, path);
            }
            if (problem == null) {
                return FileVisitResult.CONTINUE;
            }
            problems.add(problem);
            return size > LARGEST_FOLDER || problems.size() > MOST_FILES
                    ? FileVisitResult.TERMINATE
                    : FileVisitResult.CONTINUE;
        }

        /** Nothing where the file was copied; no more of it is read than a file may have, however it grows meanwhile. */
        private @Nullable RulesetProblem copy(Path file, String path) throws IOException {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LARGEST_FILE + 1);
            }
            size += bytes.length;
            RulesetProblem problem = problemWith(path, bytes.length);
            if (problem == null) {
                problem = problemWith(path, files.size() + 1, size);
            }
            if (problem == null) {
                files.put(path, bytes);
            }
            return problem;
        }

        private @Nullable RulesetProblem misplaced(Path file, String path, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isSymbolicLink()) {
                return problem(path, "链接指向的文件不存在；请删除或改正这个链接", "the link leads nowhere; delete or mend it");
            }
            if (attributes.isDirectory()) {
                return problem(
                        path,
                        "目录嵌套超过 " + DEEPEST_FOLDER + " 层；请移到上层",
                        "folders are nested deeper than " + DEEPEST_FOLDER + "; move it up");
            }
            if (!attributes.isRegularFile()) {
                return problem(path, "不是普通文件；请移走", "this is no ordinary file; move it away");
            }
            return leadsOut(file) ? outside(path) : null;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException && !file.equals(root)) {
                problems.add(
                        problem(pathOf(file), "链接绕成了圈；请删除这个链接", "the link leads back to a folder it is in; delete it"));
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private boolean leadsOut(Path file) throws IOException {
            return !file.toRealPath().startsWith(realRoot);
        }

        private static RulesetProblem outside(String path) {
            return problem(
                    path, "链接指向规则目录之外；请把文件本身放进来", "the link leads out of the rules folder; put the file itself here");
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
