package cn.jinniu.bangban.engine.sandbox;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks at a class compiled of rules: whatever it names, calls, reads or writes must be offered. Tells what is not, each
 * once.
 */
final class ClassCheck extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final Offered OFFERED = Offered.all();

    private static final String ANSWERS = "cn/jinniu/bangban/vocabulary/Answers";
    private static final String HELPER = "org/drools/core/rule/consequence/KnowledgeHelper";
    private static final String SWITCH = "$SWITCH_TABLE$";
    private static final Set<String> WOVEN = Set.of("begin", "end", "abandon");

    /** What generated code calls beside what rules may. */
    private static final Set<String> CALLED = Set.of(
            HELPER + ".insert(Ljava/lang/Object;)Lorg/kie/api/runtime/rule/FactHandle;",
            "org/drools/mvel/field/FieldFactory.getInstance()Lorg/drools/mvel/field/FieldFactory;");

    private static final String FIELD_VALUE = "org/drools/mvel/field/FieldFactory.getFieldValue";

    private static final Set<String> INTERFACES = Set.of("java/io/Externalizable", "java/io/Serializable");
    private static final String INVOKER = "org/drools/base/rule/accessor/CompiledInvoker";
    private static final List<String> OF_INVOKERS = List.of(
            "org/drools/base/base/",
            "org/drools/base/reteoo/",
            "org/drools/base/rule/",
            "org/drools/core/reteoo/",
            "org/drools/mvel/asm/",
            "org/kie/api/runtime/rule/");

    private final Set<String> own;
    private final Set<String> found = new LinkedHashSet<>();
    private boolean invoker;
    private String name = "";

    private ClassCheck(Set<String> own) {
        super(API);
        this.own = own;
    }

    /**
     * Checks a class.
     *
     * @param own internal names of the classes of the same rules, which may use one another
     */
    static Set<String> check(byte[] bytes, Set<String> own) {
        ClassCheck check = new ClassCheck(own);
        new ClassReader(bytes).accept(check, ClassReader.SKIP_FRAMES);
        return check.found;
    }

    /** Whether a class only passes on to others what Drools gives it. */
    static boolean isInvoker(ClassReader reader) {
        return List.of(reader.getInterfaces()).contains(INVOKER);
    }

    private void refuse(String what) {
        found.add(what);
    }

    private boolean mayName(String type) {
        String plain = type;
        if (type.startsWith("[")) {
            Type element = Type.getType(type).getElementType();
            if (element.getSort() != Type.OBJECT) {
                return true;
            }
            plain = element.getInternalName();
        }
        return own.contains(plain)
                || OFFERED.isOffered(plain)
                || plain.equals(HELPER)
                || invoker && isOfInvokers(plain);
    }

    private static boolean isOfInvokers(String type) {
        return OF_INVOKERS.stream().anyMatch(type::startsWith);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            String superName,
            String @Nullable [] interfaces) {
        this.name = name;
        Set<String> all = interfaces == null ? Set.of() : Set.of(interfaces);
        invoker = all.contains(INVOKER);
        if (!superName.equals("java/lang/Object")) {
            refuse(superName);
        }
        if (!invoker) {
            all.stream().filter(each -> !INTERFACES.contains(each)).forEach(this::refuse);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        boolean constant = name.equals("serialVersionUID") && value != null;
        if (!constant && !name.startsWith(SWITCH) && !(invoker && (access & Opcodes.ACC_STATIC) == 0)) {
            refuse("field " + name);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0 || name.equals("<clinit>")) {
            refuse("method " + name);
        }
        return new Body(name);
    }

    private final class Body extends MethodVisitor {
        private final String method;
        private final Set<Label> handlers = new HashSet<>();
        private int begins;

        Body(String method) {
            super(API);
            this.method = method;
        }

        private boolean isConsequence() {
            return method.equals("defaultConsequence");
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW ? !mayCreate(type) : !mayName(type)) {
                refuse((opcode == Opcodes.NEW ? "new " : "") + type.replace('/', '.'));
            }
        }

        private boolean mayCreate(String type) {
            return own.contains(type) || OFFERED.isCreated(type);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            refuse("array of arrays");
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            boolean table = owner.equals(name) && field.startsWith(SWITCH);
            boolean read = opcode == Opcodes.GETSTATIC && (OFFERED.mayRead(owner, field) || isDeclared(owner));
            boolean ofInvoker = invoker && owner.equals(name) && opcode != Opcodes.PUTSTATIC;
            if (!table && !read && !ofInvoker) {
                refuse(owner.replace('/', '.') + '.' + field);
            }
        }

        /** A type that the rules declare, whose constants they read; of the rules' own code nothing has any. */
        private boolean isDeclared(String owner) {
            return own.contains(owner) && !owner.equals(name);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean isInterface) {
            if (!mayCall(owner, called, descriptor)) {
                refuse(owner.replace('/', '.') + '.' + called);
            }
        }

        private boolean mayCall(String owner, String called, String descriptor) {
            if (owner.equals(ANSWERS) && WOVEN.contains(called)) {
                begins += called.equals("begin") ? 1 : 0;
                return isConsequence() && begins <= 1;
            }
            if (called.equals("<init>") && owner.equals("java/lang/Object")) {
                return method.equals("<init>");
            }
            if (called.equals("<init>") && !own.contains(owner) && !OFFERED.isCreated(owner)) {
                return false;
            }
            String whole = owner + '.' + called + descriptor;
            return own.contains(owner)
                    || OFFERED.mayCall(owner, called, descriptor)
                    || CALLED.contains(whole)
                    || whole.startsWith(FIELD_VALUE)
                    || invoker && (isOfInvokers(owner) || called.equals("getClass"));
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String descriptor, Handle bootstrap, Object... arguments) {
            String with = bootstrap.getOwner() + '.' + bootstrap.getName();
            if (with.equals("java/lang/invoke/StringConcatFactory.makeConcatWithConstants")) {
                return;
            }
            if (!with.equals("java/lang/invoke/LambdaMetafactory.metafactory")
                    || !OFFERED.isOffered(Type.getReturnType(descriptor).getInternalName())) {
                refuse("invokedynamic " + with.replace('/', '.'));
                return;
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    reference(handle);
                }
            }
        }

        private void reference(Handle handle) {
            String owner = handle.getOwner();
            String called = handle.getName();
            String descriptor = handle.getDesc();
            boolean counted = Replacements.of(owner, called, descriptor) != null
                    || Costly.isSized(owner, called, descriptor)
                    || Weaver.isCounted(owner, called, descriptor);
            if (!mayCall(owner, called, descriptor) || counted || owner.equals(ANSWERS) && WOVEN.contains(called)) {
                refuse(owner.replace('/', '.') + "::" + called + (counted ? " (x -> …)" : ""));
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            boolean plain = value instanceof Number || value instanceof String;
            if (!plain && !(invoker && value instanceof Type)) {
                refuse("class " + value);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (!invoker && (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT)) {
                refuse("synchronized");
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            handlers.add(handler);
            boolean table = method.startsWith(SWITCH) && "java/lang/NoSuchFieldError".equals(type);
            // One catches, the other is what is done at last: both are woven around each consequence.
            boolean woven =
                    isConsequence() && handlers.size() <= 2 && (type == null || type.equals("java/lang/Throwable"));
            if (!table && !woven && !invoker) {
                refuse("catch " + (type == null ? "" : type.replace('/', '.')));
            }
        }
    }
}
