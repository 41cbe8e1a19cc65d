package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;

/** Something that must hold between the fields of an object. It looks at right values only: the others are reported. */
interface ObjectRule {
    /** @param scan stands at the object's end */
    void check(Values values, Scan scan);

    /** The later date is not before the earlier, where both are given. */
    static ObjectRule inOrder(Field<LocalDate> earlier, Field<LocalDate> later) {
        return (values, scan) -> {
            LocalDate first = values.get(earlier);
            LocalDate second = values.get(later);
            if (first != null && second != null && second.isBefore(first)) {
                scan.report(later, FactErrorCode.WRONG_ORDER, () -> Wording.wrongOrder(earlier, first, later, second));
            }
        };
    }

    /** Where {@code condition} has the value, the field is given. */
    static <E extends Enum<E>> ObjectRule requires(Field<E> condition, E value, Field<?> field) {
        return (values, scan) -> {
            if (values.get(condition) == value && !values.given(field)) {
                scan.report(field, FactErrorCode.REQUIRED, () -> Wording.requiredWith(field, condition, value));
            }
        };
    }

    /** Where {@code condition} has the value, the field is left out, null or an empty list, which says the same. */
    static <E extends Enum<E>> ObjectRule forbids(Field<E> condition, E value, Field<?> field) {
        return (values, scan) -> {
            if (values.get(condition) == value
                    && values.given(field)
                    && !List.of().equals(values.right(field))) {
                scan.report(field, FactErrorCode.NOT_ALLOWED, () -> Wording.notAllowed(field, condition, value));
            }
        };
    }

    /** The list has no other entry for the same level and year. */
    static ObjectRule oncePer(Field<Level> level, Field<Integer> year) {
        return (values, scan) -> {
            Level ofLevel = values.get(level);
            Integer ofYear = values.get(year);
            if (ofLevel != null && ofYear != null && !scan.take(key(ofLevel, ofYear))) {
                scan.report(FactErrorCode.DUPLICATE_ID, () -> Wording.duplicateEntry(ofLevel, ofYear));
            }
        };
    }

    /** Others may name this fact by its id. */
    static ObjectRule meets(Reference reference, Field<String> id) {
        return (values, scan) -> {
            String met = values.get(id);
            if (met != null) {
                scan.meet(reference, met);
            }
        };
    }

    /** Others may name this fact by its id, where {@code condition} has the value. */
    static <E extends Enum<E>> ObjectRule meets(Reference reference, Field<String> id, Field<E> condition, E value) {
        ObjectRule meets = meets(reference, id);
        return (values, scan) -> {
            if (values.get(condition) == value) {
                meets.check(values, scan);
            }
        };
    }

    @SuppressWarnings("EnumOrdinal") // a key within one reading; it is kept nowhere
    private static int key(Level level, int year) {
        return level.ordinal() * 10_000 + year;
    }
}
