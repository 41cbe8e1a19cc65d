package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;

/** How a bulletin is written. */
final class BulletinForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Bulletin");
    private static final Field<YearMonth> MONTH =
            FORM.required("month", Types.MONTH, "所通报的月份", "month the bulletin is about");
    private static final Field<LocalDate> ISSUED_ON =
            FORM.required("issuedOn", Types.DATE, "印发日期", "day the bulletin was issued");

    static final ObjectType<Bulletin> TYPE =
            FORM.makes(values -> new Bulletin(values.need(MONTH), values.need(ISSUED_ON)));

    private BulletinForm() {}
}
