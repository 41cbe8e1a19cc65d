package cn.jinniu.bangban.facts;

import org.jspecify.annotations.Nullable;

/** The id of another fact of the request, which may stand before or behind it. */
final class ReferenceType extends StringType<String> {
    private final Reference to;

    ReferenceType(Reference to) {
        this.to = to;
    }

    @Override
    @Nullable
    String read(String value, Scan scan) {
        if (!IdType.isId(value, scan) || !fits(value, IdType.MAX_LENGTH, scan)) {
            return null;
        }
        scan.refer(to, value);
        return value;
    }

    @Override
    public Shape shape() {
        return new Shape.ReferenceShape(to);
    }
}
