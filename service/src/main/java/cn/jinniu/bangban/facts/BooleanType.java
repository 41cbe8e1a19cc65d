package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/** {@code true} or {@code false}. */
final class BooleanType implements ValueType<Boolean> {
    private static final Text EXPECTED = new Text("布尔值（true 或 false）", "a boolean, true or false");

    @Override
    public @Nullable Boolean read(Scan scan) {
        return switch (scan.parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> {
                scan.wrongType(this);
                yield null;
            }
        };
    }

    @Override
    public Text expected() {
        return EXPECTED;
    }

    @Override
    public Shape shape() {
        return new Shape.BooleanShape();
    }
}
