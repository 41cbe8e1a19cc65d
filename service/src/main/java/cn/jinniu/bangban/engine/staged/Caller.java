package cn.jinniu.bangban.engine.staged;

import java.lang.reflect.Method;
import org.kie.api.runtime.rule.FactHandle;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes small classes that call a compiled consequence with arguments from an array. Reflection and method handles that
 * are no constants check and convert each argument anew, which took an eighth of a decision's time.
 */
final class Caller {
    private static final String CONSEQUENCE = Type.getInternalName(Consequence.class);

    private Caller() {}

    /** Sees a rule's own classes, and adds one. */
    private static final class Loader extends ClassLoader {
        Loader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            // Rules' own class loaders show nothing of the engine.
            return name.equals(Consequence.class.getName()) ? Consequence.class : super.loadClass(name, resolve);
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /**
     * What calls a static method with the elements of an array, in their order; each fact handle it takes is null and has
     * no element.
     */
    static Consequence of(Method method) {
        String name = method.getDeclaringClass().getName() + "Caller";
        try {
            return (Consequence) new Loader(method.getDeclaringClass().getClassLoader())
                    .define(name, write(name.replace('.', '/'), method))
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] write(String name, Method method) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, CONSEQUENCE, null);
        MethodVisitor made = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        made.visitCode();
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, CONSEQUENCE, "<init>", "()V", false);
        end(made);
        MethodVisitor called = type.visitMethod(Opcodes.ACC_PUBLIC, "call", "([Ljava/lang/Object;)V", null, null);
        called.visitCode();
        int element = 0;
        for (Class<?> parameter : method.getParameterTypes()) {
            if (parameter == FactHandle.class) {
                called.visitInsn(Opcodes.ACONST_NULL);
            } else {
                called.visitVarInsn(Opcodes.ALOAD, 1);
                called.visitIntInsn(Opcodes.SIPUSH, element++);
                called.visitInsn(Opcodes.AALOAD);
                cast(called, parameter);
            }
        }
        called.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(method.getDeclaringClass()),
                method.getName(),
                Type.getMethodDescriptor(method),
                false);
        end(called);
        type.visitEnd();
        return type.toByteArray();
    }

    private static void cast(MethodVisitor code, Class<?> to) {
        if (!to.isPrimitive()) {
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(to));
            return;
        }
        Class<?> boxed = java.lang.invoke.MethodType.methodType(to).wrap().returnType();
        String owner = Type.getInternalName(boxed);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, owner, to.getName() + "Value", "()" + Type.getDescriptor(to), false);
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
