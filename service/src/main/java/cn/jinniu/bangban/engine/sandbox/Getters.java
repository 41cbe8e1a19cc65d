package cn.jinniu.bangban.engine.sandbox;

import java.util.Locale;
import java.util.Optional;

/** How getters name what they get. */
final class Getters {
    private Getters() {}

    /** The property that a getter of a name gets, nothing where the name is no getter's. */
    static Optional<String> property(String method) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        if (prefix == 0 || method.length() == prefix || !Character.isUpperCase(method.charAt(prefix))) {
            return Optional.empty();
        }
        return Optional.of(
                method.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + method.substring(prefix + 1));
    }

    /** The getter and setter names of a field. */
    static String[] accessors(String field) {
        String capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return new String[] {"get" + capital, "is" + capital, "set" + capital};
    }
}
