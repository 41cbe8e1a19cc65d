package cn.jinniu.bangban.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The service's own settings.
 *
 * @param rules the rules folder; as text, for Spring takes a path for that of a web resource, which cannot begin with
 *     {@code ..}
 * @param maxRequestSize most bytes of a request, or of one line of a stream
 */
@ConfigurationProperties("bangban")
record BangbanProperties(
        @DefaultValue("rules") String rules,
        @DefaultValue("32MB") DataSize maxRequestSize) {

    Path rulesFolder() {
        return Path.of(rules);
    }

    int maxRequestBytes() {
        return Math.toIntExact(Math.min(maxRequestSize.toBytes(), Integer.MAX_VALUE - 16L));
    }
}
