package cn.jinniu.bangban.live;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a live ruleset is to heed.
 *
 * @param rules the rules folder
 * @param scenarios the folder of scenarios to try a ruleset on; null for the one beside the rules folder, or else the
 *     shipped ones
 * @param interval how often the folder is looked at; zero for only when asked
 * @param settle how long the folder must stay as it is before a change is believed
 * @param patience how long to wait for that at a time
 * @param timeLimit longest time that making and trying a ruleset may take
 */
public record LiveSettings(
        Path rules,
        @Nullable Path scenarios,
        Duration interval,
        Duration settle,
        Duration patience,
        Duration timeLimit) {}
