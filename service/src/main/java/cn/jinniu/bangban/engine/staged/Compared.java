package cn.jinniu.bangban.engine.staged;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import org.drools.base.base.BaseClassFieldReader;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.constraint.Constraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact compared with a value of one matched before it, both of one plain type: what Drools would say, without
 * making up a row of its network for it. Where either is absent, Drools is asked.
 */
final class Compared extends Check {
    private static final Set<Class<?>> ORDERED =
            Set.of(LocalDate.class, YearMonth.class, int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> PLAIN = Set.of(String.class, boolean.class, Boolean.class);

    /** The field's name among others of its type. */
    final String name;

    final BaseClassFieldReader field;
    private final BaseClassFieldReader value;
    /** Which of the facts matched before has the value. */
    private final int place;

    private final ConstraintTypeOperator operator;
    /** Drools' own check. */
    private final Check asked;

    private Compared(ReadAccessor field, Declaration value, ConstraintTypeOperator operator, Check asked) {
        this.name = field.toString();
        this.field = Fields.direct(field);
        this.value = Fields.direct(value.getExtractor());
        this.place = value.getTupleIndex();
        this.operator = operator;
        this.asked = asked;
    }

    /** Whether a constraint is one, and can be answered so. */
    static boolean canBe(IndexableConstraint constraint) {
        if (constraint.getType() != Constraint.ConstraintType.BETA
                || constraint.isUnification()
                || constraint.getFieldExtractor() == null
                || !(constraint.getLeftIndexExtractor() instanceof Declaration value)
                || value.getExtractor() == null) {
            return false;
        }
        Class<?> left = constraint.getFieldExtractor().getExtractToClass();
        Class<?> right = value.getExtractor().getExtractToClass();
        return left == right
                && switch (constraint.getConstraintType()) {
                    case EQUAL, NOT_EQUAL ->
                        ORDERED.contains(left) || PLAIN.contains(left) || left.isEnum() || left.isRecord();
                    case GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL -> ORDERED.contains(left);
                    default -> false;
                };
    }

    static Compared of(IndexableConstraint constraint, Check asked) {
        return new Compared(
                constraint.getFieldExtractor(),
                (Declaration) constraint.getLeftIndexExtractor(),
                constraint.getConstraintType(),
                asked);
    }

    boolean isEquality() {
        return operator == ConstraintTypeOperator.EQUAL;
    }

    /** The value to compare with. */
    @Nullable
    Object wanted(Run run, @Nullable Row row) {
        return value.getValue(run, Row.fact(row, place));
    }

    @Override
    boolean holds(Run run, @Nullable Row row, Held held) {
        return holds(run, row, held, wanted(run, row));
    }

    boolean holds(Run run, @Nullable Row row, Held held, @Nullable Object wanted) {
        Object found = field.getValue(run, held.fact);
        if (found == null || wanted == null) {
            return asked.holds(run, row, held);
        }
        return switch (operator) {
            case EQUAL -> Objects.equals(found, wanted);
            case NOT_EQUAL -> !Objects.equals(found, wanted);
            case GREATER_THAN -> compare(found, wanted) > 0;
            case GREATER_OR_EQUAL -> compare(found, wanted) >= 0;
            case LESS_THAN -> compare(found, wanted) < 0;
            case LESS_OR_EQUAL -> compare(found, wanted) <= 0;
            default -> throw new IllegalStateException(operator.toString());
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object found, Object wanted) {
        return ((Comparable<Object>) found).compareTo(wanted);
    }
}
