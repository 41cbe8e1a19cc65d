package cn.jinniu.bangban.web;

import cn.jinniu.bangban.log.store.LogLocation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the decision log.
 *
 * @param log where it is kept: a folder, the JDBC URL of a PostgreSQL database, or {@code off}
 * @param logUser user of the database; null where the URL says who
 * @param logPassword its password
 */
@ConfigurationProperties("bangban")
record LogProperties(
        @DefaultValue("data") String log,
        @Nullable String logUser,
        @Nullable String logPassword) {

    LogLocation location() {
        // In YAML a bare off means false.
        boolean off = log.toLowerCase(Locale.ROOT).equals("false");
        return off ? new LogLocation.Off() : LogLocation.of(log, logUser, logPassword);
    }
}
