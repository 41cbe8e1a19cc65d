package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The project's own rules. */
final class Rules {
    static final Path FOLDER = Path.of("..", "rules");

    private Rules() {}

    static RulesetSource source() {
        try {
            return RulesetSource.read(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ruleset load() {
        try {
            return Ruleset.load(source());
        } catch (RulesetRefused e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    static Ruleset compile() {
        try {
            return Ruleset.compile(source());
        } catch (RulesetRefused e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }
}
