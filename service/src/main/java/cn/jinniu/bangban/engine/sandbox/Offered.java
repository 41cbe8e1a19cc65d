package cn.jinniu.bangban.engine.sandbox;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What rules may name and call. A member of an offered type is offered when everything it takes and gives is offered
 * too, so that no chain of calls leads outside; what reads a clock, chance, settings of the machine or another thread is
 * taken out by name.
 */
public final class Offered {
    /** Never, whichever type has it. */
    private static final Set<String> NEVER = Set.of(
            "clone",
            "deepEquals",
            "deepHashCode",
            "deepToString",
            "describeConstable",
            "finalize",
            "getClass",
            "intern",
            "isProbablePrime",
            "modPow",
            "nextProbablePrime",
            "notify",
            "notifyAll",
            "now",
            "onClose",
            "parallel",
            "parallelStream",
            "parallelPrefix",
            "parallelSetAll",
            "parallelSort",
            "printStackTrace",
            "probablePrime",
            "random",
            "shuffle",
            "wait");

    /** Put one function to another: a few dozen times to itself, and calling it never ends, where nobody counts. */
    private static final Set<String> JOINING = Set.of("and", "andThen", "compose", "or");

    /** What numbers of any size are made of, such that their size is looked at. */
    private static final Set<String> NUMBERS_OF = Set.of(
            "(D)V", "(I)V", "(J)V", "(Ljava/lang/String;)V", "(Ljava/math/BigInteger;)V", "(Ljava/math/BigInteger;I)V");

    private static final Offered ALL = new Offered();

    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Map<String, Class<?>> bySimpleName = new HashMap<>();
    private final Map<Class<?>, Set<String>> members = new HashMap<>();
    private final Set<String> memberNames = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();
    private final Set<String> namesOfFactsAndDays = new HashSet<>();

    private Offered() {
        for (Class<?> type : OfferedTypes.NAMED) {
            byName.put(type.getName().replace('$', '.'), type);
            bySimpleName.putIfAbsent(type.getSimpleName(), type);
            for (Class<?> within : type.getDeclaredClasses()) {
                if (Modifier.isPublic(within.getModifiers())) {
                    byName.put(within.getName().replace('$', '.'), within);
                    bySimpleName.putIfAbsent(within.getSimpleName(), within);
                }
            }
            // What drafts of answers have in common gives back the common part.
            Class<?> common = type.getSuperclass();
            if (common != null && common.getPackage().equals(type.getPackage())) {
                byName.putIfAbsent(common.getName(), common);
            }
        }
        for (Class<?> type : byName.values()) {
            members.put(type, membersOf(type));
        }
    }

    public static Offered all() {
        return ALL;
    }

    /** A type by its full name, with dots throughout; null for one that is not offered. */
    @Nullable
    public Class<?> type(String fullName) {
        return byName.get(fullName);
    }

    /** A type by its simple name; null for one that is not offered. */
    @Nullable
    public Class<?> simple(String name) {
        return bySimpleName.get(name);
    }

    public Set<String> simpleNames() {
        return Collections.unmodifiableSet(bySimpleName.keySet());
    }

    /** The globals of each decision: their types by name. */
    public static Map<String, Class<?>> globals() {
        return OfferedTypes.GLOBALS;
    }

    /** Names of all methods and fields that some offered type has. */
    Set<String> memberNames() {
        return Collections.unmodifiableSet(memberNames);
    }

    /** Names of all members that the service's own types have, and those of java.time. */
    Set<String> namesOfFactsAndDays() {
        return Collections.unmodifiableSet(namesOfFactsAndDays);
    }

    /** Names under which conditions read fields: a record's components, and what getters get. */
    Set<String> properties() {
        return Collections.unmodifiableSet(properties);
    }

    /** Whether a class whose internal name is given is offered. */
    boolean isOffered(String internalName) {
        return byName.containsKey(internalName.replace('/', '.').replace('$', '.'));
    }

    /** Whether rules may create a class whose internal name is given. */
    boolean isCreated(String internalName) {
        Class<?> type = byName.get(internalName.replace('/', '.').replace('$', '.'));
        return type != null && OfferedTypes.CREATED.contains(type);
    }

    /** Whether a method or constructor may be called. */
    boolean mayCall(String owner, String name, String descriptor) {
        Class<?> type = byName.get(owner.replace('/', '.').replace('$', '.'));
        if (type == null) {
            return false;
        }
        return of(type).contains(name + descriptor)
                || type.isInterface() && of(Object.class).contains(name + descriptor);
    }

    /** Whether a type has a static method of a name that may be called. */
    boolean hasStatic(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name)
                        && Modifier.isStatic(method.getModifiers())
                        && of(type).contains(name + Type.getMethodDescriptor(method)));
    }

    /** Whether a public field may be read. */
    boolean mayRead(String owner, String name) {
        Class<?> type = byName.get(owner.replace('/', '.').replace('$', '.'));
        return type != null && of(type).contains(name);
    }

    private Set<String> of(Class<?> type) {
        return members.getOrDefault(type, Set.of());
    }

    private Set<String> membersOf(Class<?> type) {
        Set<String> all = new HashSet<>();
        Set<String> denied = OfferedTypes.EXCEPT.getOrDefault(type, Set.of());
        for (Method method : type.getMethods()) {
            String name = method.getName();
            boolean joins = type.getPackageName().equals("java.util.function") && JOINING.contains(name);
            if (!NEVER.contains(name)
                    && !joins
                    && !denied.contains(name)
                    && isOffered(method.getReturnType())
                    && takesOffered(method)) {
                all.add(name + Type.getMethodDescriptor(method));
                addNames(method);
                if (isOfFactsAndDays(type)) {
                    namesOfFactsAndDays.add(name);
                    Getters.property(name).ifPresent(namesOfFactsAndDays::add);
                }
            }
        }
        if (OfferedTypes.CREATED.contains(type)) {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (takesOffered(constructor) && isSized(type, Type.getConstructorDescriptor(constructor))) {
                    all.add("<init>" + Type.getConstructorDescriptor(constructor));
                }
            }
        }
        for (Field field : type.getFields()) {
            if (isOffered(field.getType())) {
                all.add(field.getName());
                memberNames.add(field.getName());
                if (isOfFactsAndDays(type)) {
                    namesOfFactsAndDays.add(field.getName());
                }
            }
        }
        return all;
    }

    private static boolean isSized(Class<?> type, String constructor) {
        return !type.getPackageName().equals("java.math")
                || (type == MathContext.class ? constructor.equals("(I)V") : NUMBERS_OF.contains(constructor));
    }

    private static boolean isOfFactsAndDays(Class<?> type) {
        return type.getName().startsWith("cn.jinniu.") || type.getName().startsWith("java.time.");
    }

    private void addNames(Method method) {
        String name = method.getName();
        memberNames.add(name);
        if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
            properties.add(name);
            Getters.property(name).ifPresent(properties::add);
        }
    }

    private boolean takesOffered(Executable method) {
        return Arrays.stream(method.getParameterTypes()).allMatch(this::isOffered);
    }

    private boolean isOffered(Class<?> type) {
        Class<?> plain = type;
        while (plain.isArray()) {
            plain = plain.getComponentType();
        }
        return plain.isPrimitive() || byName.containsKey(plain.getName().replace('$', '.'));
    }
}
