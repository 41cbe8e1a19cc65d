package cn.jinniu.bangban.engine.trace;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/** What the names stand for that rule files import: types, and functions. */
public final class ImportedNames {
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<String, List<Method>> functions = new HashMap<>();

    private ImportedNames() {}

    /** The names of some parsed rule files. */
    public static ImportedNames of(List<PackageDescr> contents) {
        ImportedNames names = new ImportedNames();
        for (PackageDescr content : contents) {
            for (ImportDescr imported : content.getImports()) {
                String target = imported.getTarget();
                Class<?> type = load(target);
                if (type != null) {
                    names.types.put(target.substring(target.lastIndexOf('.') + 1), type);
                }
            }
            for (FunctionImportDescr imported : content.getFunctionImports()) {
                names.function(imported.getTarget());
            }
        }
        return names;
    }

    private void function(String target) {
        int dot = target.lastIndexOf('.');
        Class<?> owner = dot < 0 ? null : load(target.substring(0, dot));
        if (owner == null) {
            return;
        }
        String name = target.substring(dot + 1);
        List<Method> same = functions.computeIfAbsent(name, absent -> new ArrayList<>());
        for (Method method : owner.getMethods()) {
            if (method.getName().equals(name)) {
                same.add(method);
            }
        }
    }

    /** The type of a simple name; null for one that is not imported. */
    public @Nullable Class<?> type(String name) {
        return types.get(name);
    }

    /** The functions of a name. */
    public List<Method> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    private static @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, ImportedNames.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            int dot = name.lastIndexOf('.');
            return dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))
                    ? load(name.substring(0, dot) + '$' + name.substring(dot + 1))
                    : null;
        }
    }
}
