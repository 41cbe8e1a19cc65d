package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.engine.ShippedRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of scenarios that a test writes. */
final class ScenarioFolder {
    private final Path folder;

    ScenarioFolder(Path folder) {
        this.folder = folder;
    }

    ScenarioFolder with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScenarioFiles.Found read() {
        try {
            return ScenarioFiles.read(folder, ShippedRules.RULESET.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only scenario; fails where anything is wrong with it. */
    Scenario scenario() {
        ScenarioFiles.Found found = read();
        if (!found.problems().isEmpty() || found.scenarios().size() != 1) {
            throw new AssertionError(found);
        }
        return found.scenarios().get(0);
    }

    /** Everything wrong, as {@code file:line:column: English}, the file by its path in the folder. */
    List<String> problems() {
        String prefix = folder.toString().replace('\\', '/') + "/";
        return read().problems().stream()
                .map(problem -> problem.file().substring(prefix.length()) + ":" + problem.line() + ":"
                        + problem.column() + ": " + problem.message().en())
                .toList();
    }
}
