package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import cn.jinniu.bangban.engine.sandbox.Offered;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/** The types, globals and functions that rule files can use, and the fields of each. */
final class Types {
    private static final Offered OFFERED = Offered.all();

    private final Map<String, Map<String, String>> declared = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Set<String>> constants = new HashMap<>();
    private final Map<String, ValueType> functions = new HashMap<>();
    private final Map<String, ValueType> members = new HashMap<>();

    Types(Collection<GuardedFile> files) {
        files.forEach(file -> add(file.content()));
    }

    private void add(PackageDescr content) {
        for (TypeDeclarationDescr type : content.getTypeDeclarations()) {
            fields(type);
            if (type.getSuperTypeName() != null) {
                parents.put(type.getTypeName(), type.getSuperTypeName());
            }
        }
        content.getEnumDeclarations().forEach(type -> {
            fields(type);
            Set<String> literals = new TreeSet<>();
            type.getLiterals().forEach(literal -> literals.add(literal.getName()));
            constants.put(type.getTypeName(), literals);
        });
        for (FunctionDescr function : content.getFunctions()) {
            functions.put(function.getName(), named(String.valueOf(function.getReturnType())));
        }
        for (FunctionImportDescr imported : content.getFunctionImports()) {
            String target = imported.getTarget();
            int dot = target.lastIndexOf('.');
            Class<?> owner = dot < 0 ? null : OFFERED.type(target.substring(0, dot));
            String name = target.substring(dot + 1);
            if (owner != null) {
                Arrays.stream(owner.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                        .ifPresent(method -> functions.put(name, ValueType.of(method.getGenericReturnType())));
            }
        }
    }

    private void fields(AbstractClassTypeDeclarationDescr type) {
        Map<String, String> fields = new HashMap<>();
        type.getFields()
                .forEach((name, field) -> fields.put(
                        name,
                        field.getPattern() == null
                                ? ""
                                : String.valueOf(field.getPattern().getObjectType())));
        declared.put(type.getTypeName(), fields);
    }

    /** The class that a pattern's type names; null for one that is declared, or nothing known. */
    static @Nullable Class<?> classOf(String name) {
        Class<?> full = OFFERED.type(name);
        return full != null ? full : OFFERED.simple(name.substring(name.lastIndexOf('.') + 1));
    }

    boolean isType(String name) {
        return declared.containsKey(name) || classOf(name) != null;
    }

    boolean isDeclared(String name) {
        return declared.containsKey(name);
    }

    /** What a declared type derives from; null where it derives from nothing. */
    @Nullable
    String parentOf(String declaredType) {
        return parents.get(declaredType);
    }

    /** A type by the name that a rule file has for it. */
    ValueType named(String written) {
        String name = written.strip();
        if (declared.containsKey(name)) {
            return ValueType.declared(name);
        }
        switch (name) {
            case "int", "long", "short", "byte", "double", "float":
                return new ValueType(ValueType.Kind.NUMBER, int.class, null, "");
            case "boolean":
                return ValueType.TRUTH;
            default:
                break;
        }
        Class<?> type = name.contains("<") ? null : classOf(name);
        return type == null ? ValueType.UNKNOWN : ValueType.of(type);
    }

    @Nullable
    ValueType function(String name) {
        return functions.get(name);
    }

    static @Nullable ValueType global(String name) {
        Class<?> type = Offered.globals().get(name);
        return type == null ? null : ValueType.of(type);
    }

    /** The type of a constant or public field of a type; null where it has none of the name. */
    @Nullable
    ValueType constant(String type, String name) {
        Set<String> literals = constants.get(type);
        if (literals != null) {
            return literals.contains(name) ? ValueType.declared(type) : null;
        }
        Class<?> known = classOf(type);
        if (known == null) {
            return null;
        }
        for (Field field : known.getFields()) {
            if (field.getName().equals(name)) {
                return ValueType.of(field.getGenericType());
            }
        }
        for (Class<?> within : known.getDeclaredClasses()) {
            if (within.getSimpleName().equals(name)) {
                return ValueType.UNKNOWN;
            }
        }
        return null;
    }

    Set<String> constantsOf(String type) {
        Set<String> literals = constants.get(type);
        if (literals != null) {
            return literals;
        }
        Class<?> known = classOf(type);
        Set<String> names = new TreeSet<>();
        if (known != null) {
            Arrays.stream(known.getFields()).map(Field::getName).forEach(names::add);
        }
        return names;
    }

    /** A field as conditions read it; null where there is none of the name, unknown where that cannot be told. */
    @Nullable
    ValueType field(ValueType of, String name) {
        if (name.equals("this")) {
            return of;
        }
        if (!of.declared().isEmpty()) {
            return declaredField(of.declared(), name, 0);
        }
        Class<?> type = of.type();
        if (type == null || Map.class.isAssignableFrom(type)) {
            return ValueType.UNKNOWN;
        }
        String key = type.getName() + '#' + name;
        if (members.containsKey(key)) {
            return members.get(key);
        }
        ValueType found = find(type, name);
        members.put(key, found);
        return found;
    }

    private @Nullable ValueType declaredField(String type, String name, int depth) {
        Map<String, String> fields = declared.get(type);
        if (fields == null || depth > 10) {
            return ValueType.UNKNOWN;
        }
        String field = fields.get(name);
        if (field != null) {
            return named(field);
        }
        String parent = parents.get(type);
        if (parent != null) {
            return declaredField(parent, name, depth + 1);
        }
        return constants.containsKey(type) || find(Object.class, name) != null ? ValueType.UNKNOWN : null;
    }

    private static @Nullable ValueType find(Class<?> type, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String method : new String[] {name, "get" + capital, "is" + capital}) {
            for (Method each : type.getMethods()) {
                if (each.getName().equals(method)
                        && each.getParameterCount() == 0
                        && !Modifier.isStatic(each.getModifiers())
                        && each.getReturnType() != void.class) {
                    return ValueType.of(each.getGenericReturnType());
                }
            }
        }
        for (Field field : type.getFields()) {
            if (field.getName().equals(name)) {
                return ValueType.of(field.getGenericType());
            }
        }
        return null;
    }

    /** What a method gives; null where there is none of the name, unknown where there are several that give unlike things. */
    @Nullable
    ValueType method(ValueType on, String name, int arguments) {
        Class<?> type = on.type();
        if (!on.declared().isEmpty() || type == null) {
            return ValueType.UNKNOWN;
        }
        ValueType found = null;
        boolean named = false;
        for (Method each : type.getMethods()) {
            if (!each.getName().equals(name)) {
                continue;
            }
            named = true;
            if (each.getParameterCount() != arguments && !each.isVarArgs()) {
                continue;
            }
            ValueType gives = each.getReturnType() == Object.class && on.element() != null
                    ? on.element()
                    : ValueType.of(each.getGenericReturnType());
            if (found != null && !found.equals(gives)) {
                return ValueType.UNKNOWN;
            }
            found = gives;
        }
        return found == null && named ? ValueType.UNKNOWN : found;
    }

    /** Whether a type has a static method of a name. */
    static boolean hasStatic(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name) && Modifier.isStatic(method.getModifiers()));
    }

    /** The names of a type's fields, to find the nearest of a misspelt one. */
    Set<String> fieldsOf(ValueType type) {
        Set<String> names = new HashSet<>();
        if (!type.declared().isEmpty()) {
            names.addAll(declared.getOrDefault(type.declared(), Map.of()).keySet());
        } else if (type.type() != null) {
            for (Method method : type.type().getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class
                        && !NEVER_MEANT.contains(method.getName())) {
                    names.add(method.getName());
                }
            }
        }
        return names;
    }

    /** The names of a type's methods, whatever they take. */
    static Set<String> methodsOf(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass() != Object.class && !NEVER_MEANT.contains(method.getName())) {
                names.add(method.getName());
            }
        }
        return names;
    }

    private static final Set<String> NEVER_MEANT = Set.of("hashCode", "toString", "getClass", "notify", "notifyAll");

    Set<String> functionNames() {
        return functions.keySet();
    }
}
