package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Holds the ruleset that decides. It is published whole, so every decision is made by exactly one. */
@Component
class RulesetHolder {
    private final AtomicReference<Loaded> current;

    /**
     * A ruleset that decides, and since when.
     *
     * @param desk where requests are answered by it
     * @param loadedAt when it was loaded, in Shanghai's time
     */
    record Loaded(DecisionDesk desk, ZonedDateTime loadedAt) {}

    RulesetHolder(BangbanProperties properties, Clock clock) {
        current = new AtomicReference<>(
                new Loaded(new DecisionDesk(load(properties.rulesFolder())), ZonedDateTime.now(clock)));
    }

    private static Ruleset load(Path folder) {
        try {
            return Ruleset.load(RulesetSource.read(folder));
        } catch (RulesetRefused refused) {
            throw new RulesetUnusable(folder, refused.problems());
        } catch (IOException unreadable) {
            throw new RulesetUnusable(folder, unreadable);
        }
    }

    Loaded current() {
        return current.get();
    }

    DecisionDesk desk() {
        return current().desk();
    }
}
