package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A civil month, {@code YYYY-MM}.
 *
 * @param bounded whether it must lie in the years that dates must lie in; otherwise its bounds hang on another field
 */
record MonthType(boolean bounded) implements ValueType<YearMonth> {
    private static final Text EXPECTED = new Text("月份字符串（如 \"2026-03\"）", "a month string such as \"2026-03\"");
    private static final Text REAL = new Text("真实存在的 YYYY-MM 月份", "a real month of the form YYYY-MM");

    @Override
    public @Nullable YearMonth read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.VALUE_STRING) {
            scan.wrongType(this);
            return null;
        }
        YearMonth month = CivilTime.month(
                scan.parser.getStringCharacters(), scan.parser.getStringOffset(), scan.parser.getStringLength());
        if (month == null) {
            scan.report(FactErrorCode.BAD_FORMAT, () -> Wording.badFormat(scan.parser.getString(), REAL));
            return null;
        }
        if (bounded && !CivilTime.inRange(month.getYear())) {
            scan.report(
                    FactErrorCode.OUT_OF_RANGE,
                    () -> Wording.outside(
                            month.toString(), YearMonth.from(CivilTime.FIRST_DAY), YearMonth.from(CivilTime.LAST_DAY)));
            return null;
        }
        return month;
    }

    @Override
    public Text expected() {
        return EXPECTED;
    }

    @Override
    public Shape shape() {
        return new Shape.MonthShape();
    }
}
