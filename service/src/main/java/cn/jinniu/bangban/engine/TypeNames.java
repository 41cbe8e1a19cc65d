package cn.jinniu.bangban.engine;

import java.util.HashMap;
import java.util.Map;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** What the rule files' type names stand for. */
final class TypeNames {
    private final Map<String, Class<?>> types = new HashMap<>();

    TypeNames(PackageDescr all) {
        for (ImportDescr imported : all.getImports()) {
            String target = imported.getTarget();
            Class<?> type = load(target);
            if (type != null) {
                types.put(target.substring(target.lastIndexOf('.') + 1), type);
            }
        }
    }

    /** Whether a pattern on one type matches facts of another; types declared in rules match by name only. */
    boolean matches(String pattern, String fact) {
        Class<?> wanted = types.get(pattern);
        Class<?> given = types.get(fact);
        return wanted == null || given == null ? pattern.equals(fact) : wanted.isAssignableFrom(given);
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, TypeNames.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // A nested type, or none at all; Drools itself reports an import that leads nowhere.
            int dot = name.lastIndexOf('.');
            return dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))
                    ? load(name.substring(0, dot) + '$' + name.substring(dot + 1))
                    : null;
        }
    }
}
