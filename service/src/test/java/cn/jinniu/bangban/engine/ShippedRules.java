package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The project's own ruleset, loaded once for all tests. */
public final class ShippedRules {
    public static final Path FOLDER = Path.of("..", "rules");
    public static final Ruleset RULESET = load();

    private ShippedRules() {}

    private static Ruleset load() {
        try {
            return Ruleset.load(RulesetSource.read(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RulesetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
