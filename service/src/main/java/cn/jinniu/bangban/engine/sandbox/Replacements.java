package cn.jinniu.bangban.engine.sandbox;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Which calls are made to {@link Guarded} instead of where they were meant for. */
final class Replacements {
    static final String GUARDED = Type.getInternalName(Guarded.class);
    private static final Set<String> NOT_A_REPLACEMENT = Set.of("counted", "numeral");
    private static final String COLLECTORS = "java/util/stream/Collectors";
    private static final Set<String> STREAMS =
            Set.of("java/util/stream/IntStream", "java/util/stream/LongStream", "java/util/stream/Stream");

    /** The owners that static methods stand in for, by what they take first. */
    private static final Map<String, Set<String>> STATIC_OWNERS = Map.ofEntries(
            Map.entry("format", Set.of("java/lang/String")),
            Map.entry("join", Set.of("java/lang/String")),
            Map.entry("joining", Set.of(COLLECTORS)),
            Map.entry("partitioningBy", Set.of(COLLECTORS)),
            Map.entry("teeing", Set.of(COLLECTORS)),
            Map.entry("nCopies", Set.of("java/util/Collections")),
            Map.entry("ofPattern", Set.of("java/time/format/DateTimeFormatter")),
            Map.entry("range", Set.of("java/util/stream/IntStream", "java/util/stream/LongStream")),
            Map.entry("rangeClosed", Set.of("java/util/stream/IntStream", "java/util/stream/LongStream")),
            Map.entry("iterate", STREAMS),
            Map.entry("generate", STREAMS));

    /** Descriptor in {@link Guarded}, by owner, name and descriptor of what it stands in for. */
    private static final Map<String, String> ALL = all();

    private Replacements() {}

    private static Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (Method method : Guarded.class.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || NOT_A_REPLACEMENT.contains(method.getName())) {
                continue;
            }
            String descriptor = Type.getMethodDescriptor(method);
            Set<String> owners = STATIC_OWNERS.get(method.getName());
            if (owners != null) {
                owners.forEach(owner -> all.put(owner + '.' + method.getName() + descriptor, descriptor));
            } else {
                Type[] taken = Type.getArgumentTypes(descriptor);
                Type[] rest = new Type[taken.length - 1];
                System.arraycopy(taken, 1, rest, 0, rest.length);
                String original = Type.getMethodDescriptor(Type.getReturnType(descriptor), rest);
                all.put(taken[0].getInternalName() + '.' + method.getName() + original, descriptor);
            }
        }
        return Map.copyOf(all);
    }

    /** The descriptor of what stands in for a call; null where it is made as it is. */
    static @Nullable String of(String owner, String name, String descriptor) {
        return ALL.get(owner + '.' + name + descriptor);
    }
}
