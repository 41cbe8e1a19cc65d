package cn.jinniu.bangban.engine.staged;

import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact that is, or is not, a fixed word or absent: what Drools would say, without asking it. Where the field is
 * absent and a word is asked for, Drools is asked.
 */
final class Fixed extends Check {
    private final BaseClassFieldReader field;
    /** The word; null for absent. */
    private final @Nullable Object wanted;
    /** Whether the field is to be so, or not. */
    private final boolean equal;
    /** Drools' own check. */
    private final Check asked;

    private Fixed(ReadAccessor field, @Nullable Object wanted, boolean equal, Check asked) {
        this.field = Fields.direct(field);
        this.wanted = wanted;
        this.equal = equal;
        this.asked = asked;
    }

    /** Whether a constraint is one, and can be answered so. */
    static boolean canBe(IndexableConstraint constraint) {
        FieldValue fixed = constraint.getField();
        ReadAccessor field = constraint.getFieldExtractor();
        if (fixed == null || field == null || constraint.isUnification()) {
            return false;
        }
        Object wanted = fixed.getValue();
        boolean known = wanted == null
                || wanted instanceof String && field.getExtractToClass() == String.class
                || wanted instanceof Enum<?> word && field.getExtractToClass() == word.getDeclaringClass();
        return known
                && switch (constraint.getConstraintType()) {
                    case EQUAL, NOT_EQUAL -> true;
                    default -> false;
                };
    }

    static Fixed of(IndexableConstraint constraint, Check asked) {
        return new Fixed(
                constraint.getFieldExtractor(),
                constraint.getField().getValue(),
                constraint.getConstraintType() == ConstraintTypeOperator.EQUAL,
                asked);
    }

    @Override
    boolean holds(Run run, @Nullable Row row, Held held) {
        Object found = field.getValue(run, held.fact);
        if (wanted == null) {
            return (found == null) == equal;
        }
        if (found == null) {
            return asked.holds(run, row, held);
        }
        // Words of rules are mostly the same string; of an enum's, each is there but once.
        boolean same = found == wanted || !(wanted instanceof Enum<?>) && found.equals(wanted);
        return same == equal;
    }
}
