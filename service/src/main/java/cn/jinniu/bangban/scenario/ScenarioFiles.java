package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads scenario files strictly. Of a folder all {@code .yaml} files below it are read, by path in code-point order;
 * hidden files, Markdown and JSON (what scenarios refer to) are left aside, any other file is a problem.
 */
public final class ScenarioFiles {
    private static final int DEEPEST_FOLDER = 16;
    private static final List<String> ASIDE = List.of(".md", ".json", "~", ".swp", ".tmp", ".bak");

    private final RulesetData rules;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<RulesetProblem> problems = new ArrayList<>();

    /**
     * @param scenarios those that could be read
     * @param problems everything wrong with the others; while there is any, nothing should be concluded from a replay
     */
    public record Found(List<Scenario> scenarios, List<RulesetProblem> problems) {}

    private ScenarioFiles(RulesetData rules) {
        this.rules = rules;
    }

    /**
     * Reads files and folders.
     *
     * @param places files and folders, in the order to replay them in
     * @param root a file of {@code places} below it may not refer to files outside of it; one that lies elsewhere, to files
     *     outside of its own folder; and what lies in a folder of {@code places}, to files outside of that
     * @param rules clauses and codes that scenarios may name
     * @throws IOException where a file or folder is not there or cannot be read
     */
    public static Found read(List<Path> places, Path root, RulesetData rules) throws IOException {
        ScenarioFiles files = new ScenarioFiles(rules);
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.folder(place);
            } else {
                files.file(place, isBelow(place, root) ? root : place.resolveSibling(""));
            }
        }
        return new Found(List.copyOf(files.scenarios), List.copyOf(files.problems));
    }

    /** Reads all scenarios of a folder. */
    public static Found read(Path folder, RulesetData rules) throws IOException {
        return read(List.of(folder), folder, rules);
    }

    private void folder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> below = Files.walk(folder, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            found = below.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted(Comparator.comparing(ScenarioFiles::name, CodePoints.ORDER))
                    .toList();
        }
        for (Path file : found) {
            String name = name(file);
            if (name.endsWith(".yaml")) {
                file(file, folder);
            } else if (ASIDE.stream().noneMatch(name::endsWith)) {
                problems.add(
                        new RulesetProblem(
                                name,
                                0,
                                0,
                                new Text(
                                        "未知文件：场景文件的扩展名应为 .yaml（小写）；请改名或移走该文件",
                                        "unknown file: scenario files end with .yaml (lower case); rename it or move it away")));
            }
        }
    }

    private void file(Path file, Path root) throws IOException {
        Scenario scenario = new ScenarioReader(name(file), file, root, rules, problems).read(Files.readAllBytes(file));
        if (scenario != null) {
            scenarios.add(scenario);
        }
    }

    private static boolean isBelow(Path file, Path root) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(root.toAbsolutePath().normalize());
    }

    private static boolean isHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** A path with {@code /}, whatever the machine writes. */
    private static String name(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
