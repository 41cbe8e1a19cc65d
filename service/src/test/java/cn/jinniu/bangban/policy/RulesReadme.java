package cn.jinniu.bangban.policy;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.RulesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rules/README.md}, whose examples a test copies as its reader would. */
public final class RulesReadme {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```\\w+ (\\S+)(?: (story))?\\n(.*?)^```$");

    /** An example: the file it belongs in, as a path from the top of the project, and what goes there. */
    record Example(String path, String text) {}

    public final String text;
    final List<Example> examples = new ArrayList<>();
    private final List<Example> story = new ArrayList<>();

    public RulesReadme() {
        try {
            text = Files.readString(ShippedRules.FOLDER.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Matcher found = EXAMPLE.matcher(text); found.find(); ) {
            (found.group(2) == null ? examples : story).add(new Example(found.group(1), found.group(3)));
        }
    }

    /** The shipped rules with all examples followed, but for the story. */
    RulesFolder followed() {
        return following(examples);
    }

    /** The shipped rules as the story of the amended scheme has them. */
    public RulesFolder amended() {
        return following(story);
    }

    /** The scenarios of the story, by path below {@code test-data/}. */
    public Map<String, String> storyScenarios() {
        return scenarios(story);
    }

    private static RulesFolder following(List<Example> examples) {
        RulesFolder folder = new RulesFolder();
        for (Example example : examples) {
            if (example.path.startsWith("rules/")) {
                follow(folder, example.path.substring("rules/".length()), example.text);
            }
        }
        return folder;
    }

    private static void follow(RulesFolder folder, String file, String example) {
        switch (file) {
            case "sectors.csv", "units.csv", "calendar.csv" -> folder.appending(file, example);
            case "parameters.yaml", "clauses.yaml" -> entry(folder, file, example);
            case "catalogue.yaml" -> folder.replacing(file, "\nobligations:\n", "\nobligations:\n" + example);
            default -> folder.with(file, example);
        }
    }

    /** A parameter or clause that is there already is replaced; a new one comes last. */
    private static void entry(RulesFolder folder, String file, String example) {
        String key = example.substring(0, example.indexOf('\n') + 1);
        String text = folder.text(file);
        int start = text.indexOf("\n" + key) + 1;
        if (start == 0) {
            folder.appending(file, "\n" + example);
        } else {
            int end = text.indexOf("\n\n", start);
            folder.with(file, text.substring(0, start) + example + text.substring(end + 1));
        }
    }

    /** The examples that are scenarios, by path below {@code test-data/}. */
    Map<String, String> scenarios() {
        return scenarios(examples);
    }

    private static Map<String, String> scenarios(List<Example> examples) {
        Map<String, String> scenarios = new LinkedHashMap<>();
        for (Example example : examples) {
            if (example.path.startsWith("test-data/")) {
                scenarios.put(example.path.substring("test-data/".length()), example.text);
            }
        }
        return scenarios;
    }

    /** Writes files below a folder. */
    public static Path write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }
}
