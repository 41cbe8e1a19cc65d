package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.Guarded;
import cn.jinniu.bangban.engine.sandbox.Meter;
import cn.jinniu.bangban.engine.sandbox.Nested;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What compiled rules can see: the vocabulary, time, collections, arithmetic, and what Drools itself needs. Any other
 * class is not there for them, be it on the class path or not.
 *
 * <p>While it builds, Drools guesses at class names by the thousand. Most are no class names at all and are turned away
 * before anybody searches a hundred jars for them.
 */
final class RuleClassLoader extends ClassLoader {
    /** A package in lower case, a class with a capital, classes within it behind dollar signs. */
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:[a-z][a-zA-Z0-9_]*\\.)+[A-Z][A-Za-z0-9_]*(?:\\$(?:[A-Z][A-Za-z0-9_]*|\\d+))*");

    private static final List<String> APPLICATION = List.of(
            "cn.jinniu.bangban.calendar.",
            "cn.jinniu.bangban.decision.",
            "cn.jinniu.bangban.facts.",
            "cn.jinniu.bangban.ruleset.",
            "cn.jinniu.bangban.vocabulary.",
            EarliestDay.class.getName(),
            // Woven into compiled rules.
            Meter.class.getName(),
            Guarded.class.getName(),
            Nested.class.getName(),
            "org.drools.",
            "org.kie.",
            "org.mvel2.");

    private static final List<String> PLATFORM = List.of(
            "java.math.",
            "java.time.",
            "java.lang.annotation.",
            "java.lang.constant.",
            "java.lang.invoke.",
            "java.lang.runtime.",
            "java.util.function.",
            "java.util.stream.");

    private static final Pattern COLLECTION = Pattern.compile(
            "java\\.util\\.(?:\\w*(?:List|Set|Map|Collection|Collections|Arrays|Iterator|Queue|Deque|Comparator|Comparators)"
                    + "|Locale|Objects|Optional\\w*|NoSuchElementException|PrimitiveIterator|RandomAccess|Spliterator\\w*"
                    + "|\\w*SummaryStatistics)(?:\\$.*)?");

    private static final Set<String> LANGUAGE = Set.of(
            "AbstractStringBuilder",
            "Appendable",
            "AutoCloseable",
            "Boolean",
            "Byte",
            "CharSequence",
            "Character",
            "Class",
            "Cloneable",
            "Comparable",
            "Deprecated",
            "Double",
            "Enum",
            "Float",
            "FunctionalInterface",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "Number",
            "Object",
            "Override",
            "Record",
            "SafeVarargs",
            "Short",
            "StrictMath",
            "String",
            "StringBuffer",
            "StringBuilder",
            "SuppressWarnings",
            "Throwable",
            "Void");

    /** Generated classes are marked serializable, though nothing is ever serialized. */
    private static final Set<String> MARKERS = Set.of(
            "java.io.Serializable",
            "java.io.Externalizable",
            "java.io.ObjectInput",
            "java.io.ObjectOutput",
            "java.io.IOException");

    /**
     * What Java 17 derives its accessors from, once a method of a type declared in rules was called often by reflection,
     * as Drools does. Nothing in rules can name them.
     */
    private static final Set<String> ACCESSORS = Set.of(
            "jdk.internal.reflect.ConstructorAccessorImpl",
            "jdk.internal.reflect.MagicAccessorImpl",
            "jdk.internal.reflect.MethodAccessorImpl",
            "jdk.internal.reflect.SerializationConstructorAccessorImpl");

    private final ClassLoader application;

    static {
        registerAsParallelCapable();
    }

    /** @param application has the vocabulary and Drools */
    RuleClassLoader(ClassLoader application) {
        super(null);
        this.application = application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassLoader owner = owner(name);
        if (owner == null) {
            throw new ClassNotFoundException(name);
        }
        return owner.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String path) {
        ClassLoader owner = path.endsWith(".class")
                ? owner(path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                : null;
        return owner == null ? null : owner.getResource(path);
    }

    @Override
    public Enumeration<URL> getResources(String path) throws IOException {
        URL only = getResource(path);
        return only == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(only));
    }

    /** Who has a class that rules may see; null for any other. */
    private @Nullable ClassLoader owner(String name) {
        if (!CLASS_NAME.matcher(name).matches()) {
            return null;
        }
        if (name.startsWith("java.")) {
            return onPlatform(name) ? getPlatformClassLoader() : null;
        }
        if (ACCESSORS.contains(name)) {
            return getPlatformClassLoader();
        }
        return APPLICATION.stream().anyMatch(name::startsWith) ? application : null;
    }

    private static boolean onPlatform(String name) {
        if (PLATFORM.stream().anyMatch(name::startsWith)
                || MARKERS.contains(name)
                || COLLECTION.matcher(name).matches()) {
            return true;
        }
        if (!name.startsWith("java.lang.")) {
            return false;
        }
        String simple = name.substring("java.lang.".length());
        return LANGUAGE.contains(simple) || simple.endsWith("Exception") || simple.endsWith("Error");
    }
}
