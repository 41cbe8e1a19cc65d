package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a scalar of a scenario stands for, by YAML's core schema; fractions are left as strings, the contract has none. */
final class Scalars {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");

    private Scalars() {}

    /** Null, a {@link Boolean}, a {@link BigInteger} or a {@link String}. */
    static @Nullable Object value(YamlText text) {
        if (text.isNull()) {
            return null;
        }
        String written = text.value();
        if (text.plain()) {
            return switch (written) {
                case "true", "True", "TRUE" -> true;
                case "false", "False", "FALSE" -> false;
                default -> INTEGER.matcher(written).matches() ? new BigInteger(written) : written;
            };
        }
        return written;
    }
}
