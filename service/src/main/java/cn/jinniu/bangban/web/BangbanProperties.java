package cn.jinniu.bangban.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The service's own settings.
 *
 * @param rules the rules folder
 * @param maxRequestSize most bytes of a request, or of one line of a stream
 */
@ConfigurationProperties("bangban")
record BangbanProperties(
        @DefaultValue("rules") Path rules, @DefaultValue("32MB") DataSize maxRequestSize) {

    int maxRequestBytes() {
        return Math.toIntExact(Math.min(maxRequestSize.toBytes(), Integer.MAX_VALUE - 16L));
    }
}
