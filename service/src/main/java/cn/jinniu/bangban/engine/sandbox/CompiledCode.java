package cn.jinniu.bangban.engine.sandbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.core.rule.JavaDialectRuntimeData;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.type.FactType;
import org.objectweb.asm.ClassReader;

/** What was compiled of rules: looked at, and woven with counters, before any of it runs. */
public final class CompiledCode {
    private static final String CLASS = ".class";

    private CompiledCode() {}

    /**
     * Looks at all classes and weaves counters into them.
     *
     * @return by class name, what in it rules may not use; empty where all is well, and only then is anything woven
     */
    public static SortedMap<String, Set<String>> guard(Collection<? extends KiePackage> packages) {
        Set<String> own = new HashSet<>();
        packages.forEach(each -> addNames(each, own));
        SortedMap<String, Set<String>> refused = new TreeMap<>();
        for (KiePackage each : packages) {
            storeOf(each).forEach((path, bytes) -> {
                Set<String> found = ClassCheck.check(bytes, own);
                if (!found.isEmpty()) {
                    refused.put(nameOf(path), found);
                }
            });
        }
        if (refused.isEmpty()) {
            for (KiePackage each : packages) {
                storeOf(each)
                        .replaceAll((path, bytes) ->
                                ClassCheck.isInvoker(new ClassReader(bytes)) ? bytes : Weaver.weave(bytes));
            }
        }
        return refused;
    }

    private static void addNames(KiePackage each, Set<String> own) {
        storeOf(each).keySet().forEach(path -> own.add(path.substring(0, path.length() - CLASS.length())));
        for (FactType declared : each.getFactTypes()) {
            String name = declared.getName();
            if (name.startsWith(each.getName() + '.')) {
                own.add(name.replace('.', '/'));
            }
        }
    }

    private static Map<String, byte[]> storeOf(KiePackage each) {
        return ((InternalKnowledgePackage) each).getDialectRuntimeRegistry().getDialectData("java")
                        instanceof JavaDialectRuntimeData data
                ? data.getStore()
                : new TreeMap<>();
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - CLASS.length());
    }
}
