package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A civil date, {@code YYYY-MM-DD}. */
final class DateType implements ValueType<LocalDate> {
    private static final Text EXPECTED = new Text("日期字符串（如 \"2026-03-25\"）", "a date string such as \"2026-03-25\"");
    private static final Text REAL = new Text("真实存在的 YYYY-MM-DD 日期", "a real date of the form YYYY-MM-DD");

    @Override
    public @Nullable LocalDate read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.VALUE_STRING) {
            scan.wrongType(this);
            return null;
        }
        LocalDate date = CivilTime.date(
                scan.parser.getStringCharacters(), scan.parser.getStringOffset(), scan.parser.getStringLength());
        if (date == null) {
            scan.report(FactErrorCode.BAD_FORMAT, () -> Wording.badFormat(scan.parser.getString(), REAL));
            return null;
        }
        if (!CivilTime.inRange(date.getYear())) {
            scan.report(
                    FactErrorCode.OUT_OF_RANGE,
                    () -> Wording.outside(date.toString(), CivilTime.FIRST_DAY, CivilTime.LAST_DAY));
            return null;
        }
        return date;
    }

    @Override
    public Text expected() {
        return EXPECTED;
    }

    @Override
    public Shape shape() {
        return new Shape.DateShape(CivilTime.FIRST_DAY.toString(), CivilTime.LAST_DAY.toString());
    }
}
