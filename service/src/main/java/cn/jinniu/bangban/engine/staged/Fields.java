package cn.jinniu.bangban.engine.staged;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.base.ValueResolver;
import org.drools.base.base.extractors.BaseObjectClassFieldReader;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.mvel.accessors.ClassFieldReader;
import org.jspecify.annotations.Nullable;

/**
 * Readers of facts' fields, without what Drools wraps around them to find them again when rules change: a call by an
 * interface to reach a wrapper, and another to reach the reader in it, cost more than the reading.
 */
final class Fields {
    private Fields() {}

    /** What reads the same, as a class. */
    static BaseClassFieldReader direct(ReadAccessor accessor) {
        ReadAccessor within = accessor instanceof ClassFieldReader wrapper ? within(wrapper) : accessor;
        return within instanceof BaseClassFieldReader reader ? reader : new Asked(accessor);
    }

    /** Drools keeps it to itself. */
    private static @Nullable ReadAccessor within(ClassFieldReader wrapper) {
        try {
            Field reader = ClassFieldReader.class.getDeclaredField("reader");
            reader.setAccessible(true);
            return (ReadAccessor) reader.get(wrapper);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks another reader. */
    private static final class Asked extends BaseObjectClassFieldReader {
        private static final long serialVersionUID = 1L;

        private final transient ReadAccessor other;

        Asked(ReadAccessor other) {
            super(other.getIndex(), other.getExtractToClass(), other.getValueType());
            this.other = other;
        }

        @Override
        public Object getValue(ValueResolver resolver, Object fact) {
            return other.getValue(resolver, fact);
        }

        @Override
        public Method getNativeReadMethod() {
            return other.getNativeReadMethod();
        }

        @Override
        public void readExternal(ObjectInput in) {
            throw new UnsupportedOperationException("plans are made anew");
        }

        @Override
        public void writeExternal(ObjectOutput out) {
            throw new UnsupportedOperationException("plans are made anew");
        }
    }
}
