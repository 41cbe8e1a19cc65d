package cn.jinniu.bangban.facts;

import org.jspecify.annotations.Nullable;

/** A text of at most so many Unicode code points; it may be blank. */
final class TextType extends StringType<String> {
    private final int maxLength;

    TextType(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    @Nullable
    String read(String value, Scan scan) {
        return isText(value, scan) && fits(value, maxLength, scan) ? value : null;
    }

    @Override
    public Shape shape() {
        return new Shape.TextShape(maxLength);
    }
}
