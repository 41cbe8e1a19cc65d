package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How a suspension of an approval is written. */
final class SuspensionForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Suspension");
    private static final Field<LocalDate> FROM =
            FORM.required("from", Types.DATE, "中止的首日（含）", "first suspended day, inclusive");
    private static final Field<LocalDate> TO = FORM.optional(
            "to",
            Types.DATE,
            "中止的末日（含），不早于 from；不填表示尚未恢复",
            "last suspended day, inclusive, not before from; left out while it is open");

    static final ObjectType<Suspension> TYPE =
            FORM.where(ObjectRule.inOrder(FROM, TO)).makes(values -> new Suspension(values.need(FROM), values.get(TO)));

    private SuspensionForm() {}
}
