package cn.jinniu.bangban.web;

import cn.jinniu.bangban.live.LiveSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The service's own settings.
 *
 * @param rules the rules folder; as text, for Spring takes a path for that of a web resource, which cannot begin with
 *     {@code ..}
 * @param scenarios the folder of scenarios that new rules are tried on; empty for {@code test-data} beside the rules
 *     folder, or else the shipped ones
 * @param maxRequestSize most bytes of a request, or of one line of a stream
 * @param maxCandidateSize most bytes of an archive with proposed rules
 * @param reload how new rules come into force
 */
@ConfigurationProperties("bangban")
record BangbanProperties(
        @DefaultValue("rules") String rules,
        @DefaultValue("") String scenarios,
        @DefaultValue("32MB") DataSize maxRequestSize,
        @DefaultValue("16MB") DataSize maxCandidateSize,
        @DefaultValue Reload reload) {

    /**
     * @param interval how often the rules folder is looked at; 0 for only when asked
     * @param settle how long the folder must hold still before a change is believed
     * @param timeLimit longest time that checking, compiling and trying new rules may take
     */
    record Reload(
            @DefaultValue("1s") Duration interval,
            @DefaultValue("500ms") Duration settle,
            @DefaultValue("60s") Duration timeLimit) {}

    /** How long a caller waits for the folder to hold still. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    LiveSettings live() {
        return new LiveSettings(
                Path.of(rules),
                scenarios.isBlank() ? null : Path.of(scenarios),
                reload.interval(),
                reload.settle(),
                PATIENCE,
                reload.timeLimit());
    }

    int maxRequestBytes() {
        return bytes(maxRequestSize);
    }

    int maxCandidateBytes() {
        return bytes(maxCandidateSize);
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(Math.min(size.toBytes(), Integer.MAX_VALUE - 16L));
    }
}
