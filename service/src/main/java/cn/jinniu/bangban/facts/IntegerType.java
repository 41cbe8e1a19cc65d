package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** An integer from {@code min} to {@code max}, both inclusive. */
record IntegerType(int min, int max) implements ValueType<Integer> {
    private static final Text EXPECTED =
            new Text("整数（不带小数点、指数和引号）", "an integer written without decimal point, exponent or quotes");

    /** No int has more digits; a longer number is out of range without being computed. */
    private static final int LONGEST = "-2147483648".length();

    @Override
    public @Nullable Integer read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            scan.wrongType(this);
            return null;
        }
        if (scan.parser.getStringLength() <= LONGEST) {
            long value = scan.parser.getLongValue();
            if (value >= min && value <= max) {
                return (int) value;
            }
        }
        scan.report(FactErrorCode.OUT_OF_RANGE, () -> Wording.outside(scan.parser.getString(), min, max));
        return null;
    }

    @Override
    public Text expected() {
        return EXPECTED;
    }

    @Override
    public Shape shape() {
        return new Shape.IntegerShape(min, max);
    }
}
