package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of values that fields of several objects take. */
final class Types {
    static final ValueType<LocalDate> DATE = new DateType();
    static final ValueType<YearMonth> MONTH = new MonthType(true);
    static final ValueType<Integer> YEAR = new IntegerType(CivilTime.FIRST_DAY.getYear(), CivilTime.LAST_DAY.getYear());
    static final ValueType<Boolean> BOOLEAN = new BooleanType();
    static final ValueType<String> NAME = new TextType(200);
    static final ValueType<String> ID = new OwnIdType();
    static final ValueType<String> PERSON = new IdType();
    static final ValueType<String> PROJECT = new ReferenceType(Reference.PROJECT);
    static final ValueType<Level> LEVEL = new WordType<>(Level.class);
    static final ValueType<Unit> ANY_UNIT = new UnitType(EnumSet.allOf(UnitKind.class));

    private Types() {}

    static ValueType<Unit> unit(UnitKind kind) {
        return new UnitType(Set.of(kind));
    }

    static ValueType<Unit> unitBut(UnitKind kind) {
        return new UnitType(EnumSet.complementOf(EnumSet.of(kind)));
    }
}
