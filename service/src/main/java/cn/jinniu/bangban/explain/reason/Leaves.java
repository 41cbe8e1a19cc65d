package cn.jinniu.bangban.explain.reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which components of which records a field hangs on. What rules call a field is often worked out of others — whether a
 * project is active, of its day of completion — and the compiled methods say of which.
 */
final class Leaves {
    private static final int API = Opcodes.ASM9;
    private static final String OURS = "cn/jinniu/bangban/";

    /**
     * A component of a record that holds a value, not another fact.
     *
     * @param type the record
     * @param component the component's name
     */
    record Leaf(Class<?> type, String component) {}

    private record Method(String owner, String name, String descriptor) {}

    private static final Map<String, Map<String, Set<Object>>> READ = new ConcurrentHashMap<>();
    private static final Map<String, Set<Leaf>> KNOWN = new ConcurrentHashMap<>();

    private Leaves() {}

    /** What a field of a type hangs on; nothing where that cannot be told. */
    static Set<Leaf> of(Class<?> type, String field) {
        java.lang.reflect.Method accessor = Evaluator.accessor(type, field);
        if (accessor == null) {
            return Set.of();
        }
        return KNOWN.computeIfAbsent(type.getName() + '.' + accessor.getName(), key -> {
            Set<Leaf> leaves = new LinkedHashSet<>();
            Class<?> owner = accessor.getDeclaringClass();
            String descriptor = org.objectweb.asm.Type.getMethodDescriptor(accessor);
            collect(new Method(internal(owner), accessor.getName(), descriptor), type, new LinkedHashSet<>(), leaves);
            return Set.copyOf(leaves);
        });
    }

    private static void collect(Method method, Class<?> on, Set<Method> passed, Set<Leaf> leaves) {
        if (!method.owner.startsWith(OURS) || !passed.add(method)) {
            return;
        }
        for (Object read : read(method)) {
            if (read instanceof Leaf leaf) {
                leaves.add(leaf);
            } else {
                Method called = (Method) read;
                collect(called, on, passed, leaves);
                // A method of an interface is carried out by the fact itself.
                if (on.isRecord() && !called.owner.equals(internal(on)) && isInterfaceOf(on, called.owner)) {
                    collect(new Method(internal(on), called.name, called.descriptor), on, passed, leaves);
                }
            }
        }
    }

    private static boolean isInterfaceOf(Class<?> type, String internalName) {
        for (Class<?> face : type.getInterfaces()) {
            if (internal(face).equals(internalName)) {
                return true;
            }
        }
        return false;
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static Set<Object> read(Method method) {
        Map<String, Set<Object>> methods = READ.computeIfAbsent(method.owner, Leaves::readClass);
        return methods.getOrDefault(method.name + method.descriptor, Set.of());
    }

    private static Map<String, Set<Object>> readClass(String owner) {
        Map<String, Set<Object>> methods = new HashMap<>();
        try (InputStream bytes = Leaves.class.getClassLoader().getResourceAsStream(owner + ".class")) {
            if (bytes == null) {
                return methods;
            }
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(API) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        @Nullable String signature,
                                        String @Nullable [] exceptions) {
                                    Set<Object> reads = new LinkedHashSet<>();
                                    methods.put(name + descriptor, reads);
                                    return new Body(reads);
                                }
                            },
                            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }

    private static final class Body extends MethodVisitor {
        private final Set<Object> reads;

        Body(Set<Object> reads) {
            super(API);
            this.reads = reads;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.GETFIELD && owner.startsWith(OURS)) {
                Class<?> type = type(owner);
                if (type != null && type.isRecord() && holdsValue(type, name)) {
                    reads.add(new Leaf(type, name));
                }
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            reads.add(new Method(owner, name, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    reads.add(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
                }
            }
        }
    }

    private static @Nullable Class<?> type(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, Leaves.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static boolean holdsValue(Class<?> type, String component) {
        for (RecordComponent each : type.getRecordComponents()) {
            if (each.getName().equals(component)) {
                return !Graph.isFact(each.getType());
            }
        }
        return false;
    }
}
