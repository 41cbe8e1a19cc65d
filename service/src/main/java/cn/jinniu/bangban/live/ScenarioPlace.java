package cn.jinniu.bangban.live;

import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the scenarios are that rulesets are tried on: in the folder named for it, or else in {@code test-data} beside the
 * rules folder, as in the project itself, or else in the program, which carries the project's own.
 */
public final class ScenarioPlace {
    private static final String BESIDE = "test-data";
    private static final String SHIPPED = "/scenarios/README.md";

    private final @Nullable Path named;
    private final Path rules;

    /** @param named the folder named for it; null where none is */
    public ScenarioPlace(@Nullable Path named, Path rules) {
        this.named = named;
        this.rules = rules;
    }

    /**
     * Scenarios that were found.
     *
     * @param folders the folders they lie in, as the files' paths begin
     */
    public record Scenarios(List<String> folders, ScenarioFiles.Found found) {
        /** A file's path below its folder. */
        public String below(String file) {
            for (String folder : folders) {
                if (file.startsWith(folder + "/")) {
                    return file.substring(folder.length() + 1);
                }
            }
            return file;
        }

        /** Reads all scenarios of a folder. */
        public static Scenarios in(Path folder, RulesetData data) throws IOException {
            String name = folder.toString().replace(folder.getFileSystem().getSeparator(), "/");
            return new Scenarios(List.of(name), ScenarioFiles.read(folder, data));
        }
    }

    /**
     * Reads all scenarios.
     *
     * @param data clauses and codes that scenarios may name
     * @throws IOException where they are not there or cannot be read
     */
    public Scenarios read(RulesetData data) throws IOException {
        if (named != null) {
            return Scenarios.in(named, data);
        }
        Path beside = rules.toAbsolutePath().normalize().resolveSibling(BESIDE);
        return Files.isDirectory(beside) ? Scenarios.in(beside, data) : shipped(data);
    }

    private static Scenarios shipped(RulesetData data) throws IOException {
        URL readme = ScenarioPlace.class.getResource(SHIPPED);
        if (readme == null) {
            throw new IOException("the program carries no scenarios");
        }
        try {
            URI place = readme.toURI();
            if (!place.getScheme().equals("jar")) {
                return Scenarios.in(Objects.requireNonNull(Path.of(place).getParent()), data);
            }
            String file = place.getSchemeSpecificPart();
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(URI.create(file.substring(0, file.indexOf("!/")))))) {
                return Scenarios.in(Objects.requireNonNull(jar.getPath(SHIPPED).getParent()), data);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the program is in a place that cannot be named: " + readme, e);
        }
    }
}
