package cn.jinniu.bangban.engine.staged;

import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.FieldValue;
import org.drools.base.rule.accessor.ReadAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact that is, or is not, a fixed word or absent: what Drools would say, without asking it. Where the field is
 * absent and a word is asked for, Drools is asked.
 *
 * @param wanted the word; null for absent
 * @param equal whether the field is to be so, or not
 * @param asked Drools' own check
 */
record Fixed(ReadAccessor field, @Nullable Object wanted, boolean equal, Check asked) implements Check {

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
                constraint.getConstraintType() == org.drools.base.util.index.ConstraintTypeOperator.EQUAL,
                asked);
    }

    @Override
    public boolean holds(Run run, @Nullable Row row, Held held) {
        Object found = field.getValue(run, held.getObject());
        if (wanted == null) {
            return (found == null) == equal;
        }
        return found == null ? asked.holds(run, row, held) : found.equals(wanted) == equal;
    }
}
