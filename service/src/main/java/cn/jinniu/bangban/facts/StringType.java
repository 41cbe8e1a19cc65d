package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A kind of value that is written as a string. */
abstract class StringType<T> implements ValueType<T> {
    private static final Text EXPECTED = new Text("字符串", "a string");

    @Override
    public final @Nullable T read(Scan scan) {
        if (scan.parser.currentToken() != JsonToken.VALUE_STRING) {
            scan.wrongType(this);
            return null;
        }
        return read(scan.parser.getString(), scan);
    }

    /** Makes a value of the string the scan stands at. @return null when it is wrong, which then has been reported */
    abstract @Nullable T read(String value, Scan scan);

    @Override
    public Text expected() {
        return EXPECTED;
    }

    /** Reports a string longer than so many Unicode code points. @return whether it is not longer */
    static boolean fits(String value, int maxLength, Scan scan) {
        if (value.length() <= maxLength || value.codePointCount(0, value.length()) <= maxLength) {
            return true;
        }
        scan.report(FactErrorCode.OUT_OF_RANGE, () -> Wording.tooLong(value, maxLength));
        return false;
    }

    /** Reports a string with half a surrogate pair, which no answer could be written with. @return whether it has none */
    static boolean isText(String value, Scan scan) {
        if (Quote.isWellFormed(value)) {
            return true;
        }
        scan.report(FactErrorCode.BAD_FORMAT, () -> Wording.unpairedSurrogate(value));
        return false;
    }
}
