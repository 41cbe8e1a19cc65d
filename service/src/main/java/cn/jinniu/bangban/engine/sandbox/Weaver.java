package cn.jinniu.bangban.engine.sandbox;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves counters into a class compiled of rules: each jump back is a step, each function and lambda one and a level
 * deeper, and calls that make something of a size are counted by it. What is woven takes and leaves the stack as it was.
 */
final class Weaver extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final String METER = Type.getInternalName(Meter.class);
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String STRING = "Ljava/lang/String;";
    private static final String BUILDER = "Ljava/lang/StringBuilder;";
    private static final String COLLECTION = "Ljava/util/Collection;";
    private static final String MAP = "Ljava/util/Map;";
    private static final String DECIMAL = "Ljava/math/BigDecimal;";
    private static final String NESTED = Type.getInternalName(Nested.class);
    private static final Set<String> COLLECTING = Set.of("collect", "copyOf", "toList");
    private static final Set<String> PAIRING = Set.of("containsAll", "disjoint", "removeAll", "retainAll");
    private static final Set<String> MAKING = Set.of(
            "asList",
            "collect",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "copyOf",
            "entry",
            "merge",
            "nCopies",
            "of",
            "ofEntries",
            "reduce",
            "singleton",
            "singletonList",
            "singletonMap",
            "toList");

    private Weaver(ClassWriter writer) {
        super(API, writer);
    }

    static byte[] weave(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Weaver(writer), 0);
        return writer.toByteArray();
    }

    /** Whether what a call takes or gives is counted by its size. */
    static boolean isCounted(String owner, String name, String descriptor) {
        return owner.startsWith("java/")
                && (descriptor.contains(COLLECTION + ")")
                        || descriptor.contains(MAP + ")")
                        || owner.equals("java/lang/StringBuilder") && descriptor.endsWith(BUILDER)
                        || COLLECTING.contains(name));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean generated = name.equals("<init>")
                || name.startsWith("$SWITCH_TABLE$")
                || name.equals("readExternal")
                || name.equals("writeExternal");
        boolean called = !name.equals("defaultConsequence")
                && !name.startsWith("accumulateExpression")
                && !name.startsWith("groupbyExpression");
        return generated ? next : new Body(next, called);
    }

    private static final class Body extends MethodVisitor {
        private final boolean called;
        private final Set<Label> passed = new HashSet<>();

        Body(MethodVisitor next, boolean called) {
            super(API, next);
            this.called = called;
        }

        /** A call that looks at what is on the stack has it there a second time. */
        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 2, maxLocals);
        }

        private void look(int copying, String descriptor) {
            super.visitInsn(copying);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, NESTED, "look", descriptor, false);
        }

        private void meter(String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, METER, name, descriptor, false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (called) {
                meter("enter", "()V");
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (called && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                meter("leave", "()V");
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        private void back(Label... targets) {
            for (Label target : targets) {
                if (passed.contains(target)) {
                    meter("step", "()V");
                    return;
                }
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            back(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            back(otherwise);
            back(labels);
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            back(otherwise);
            back(labels);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                meter("size", "(I)I");
            }
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
                meter("size", "(I)I");
            }
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            if (descriptor.endsWith(')' + STRING)) {
                meter("text", '(' + STRING + ')' + STRING);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String instead = Replacements.of(owner, name, descriptor);
            if (instead != null) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, Replacements.GUARDED, name, instead, false);
                lookAtResult(owner, name, descriptor);
                return;
            }
            before(owner, name, descriptor);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            after(owner, name, descriptor);
        }

        private void before(String owner, String name, String descriptor) {
            if (PAIRING.contains(name) && owner.startsWith("java/") && descriptor.endsWith(COLLECTION + ")Z")) {
                super.visitInsn(Opcodes.DUP2);
                meter("pairs", '(' + OBJECT + OBJECT + ")V");
            }
            if (name.equals("insert") && owner.endsWith("/KnowledgeHelper")) {
                meter("fact", "()V");
            } else if (owner.equals("java/math/MathContext") && descriptor.equals("(I)V")) {
                meter("digits", "(I)I");
            } else if (Costly.isSized(owner, name, descriptor)) {
                meter("size", "(I)I");
            } else if (owner.startsWith("java/math/")
                    && name.equals("<init>")
                    && descriptor.equals('(' + STRING + ")V")) {
                guarded("numeral", STRING);
            } else if (owner.startsWith("java/") && descriptor.contains(COLLECTION + ')')) {
                guarded("counted", COLLECTION);
            } else if (owner.startsWith("java/") && descriptor.contains(MAP + ')')) {
                guarded("counted", MAP);
            } else if (owner.startsWith("java/util/") && descriptor.contains('(' + OBJECT + OBJECT + ')')) {
                look(Opcodes.DUP2, '(' + OBJECT + OBJECT + ")V");
            } else if (owner.startsWith("java/util/") && descriptor.contains(OBJECT + ')')) {
                look(Opcodes.DUP, '(' + OBJECT + ")V");
            }
        }

        private void after(String owner, String name, String descriptor) {
            if (!owner.startsWith("java/")) {
                return;
            }
            if (descriptor.endsWith(')' + STRING)) {
                meter("text", '(' + STRING + ')' + STRING);
            } else if (descriptor.contains(")[")
                    || descriptor.endsWith(")Ljava/lang/CharSequence;")
                    || descriptor.endsWith(")Ljava/math/BigInteger;")) {
                super.visitInsn(Opcodes.DUP);
                meter("made", '(' + OBJECT + ")V");
            } else if (descriptor.endsWith(')' + BUILDER)) {
                meter("text", '(' + BUILDER + ')' + BUILDER);
            } else if (COLLECTING.contains(name) && descriptor.endsWith(")Ljava/util/List;")) {
                guarded("counted", COLLECTION);
            } else if (COLLECTING.contains(name) && descriptor.endsWith(')' + OBJECT)) {
                guarded("counted", OBJECT);
            }
            lookAtResult(owner, name, descriptor);
        }

        private void lookAtResult(String owner, String name, String descriptor) {
            if (descriptor.endsWith(')' + DECIMAL)) {
                look(Opcodes.DUP, '(' + DECIMAL + ")V");
            } else if (makes(owner, name) && descriptor.endsWith(";")) {
                look(Opcodes.DUP, '(' + OBJECT + ")V");
            }
        }

        /** Whether a call puts other things together to something new. */
        private static boolean makes(String owner, String name) {
            return owner.startsWith("java/util/function/")
                    || owner.equals("java/util/Optional")
                    || owner.startsWith("java/util/") && MAKING.contains(name);
        }

        private void guarded(String name, String type) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Replacements.GUARDED, name, '(' + type + ')' + type, false);
        }
    }
}
