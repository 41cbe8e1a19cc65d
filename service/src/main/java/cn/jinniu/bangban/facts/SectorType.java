package cn.jinniu.bangban.facts;

import org.jspecify.annotations.Nullable;

/** One of the sectors of the ruleset, in exactly its letters. */
final class SectorType extends StringType<String> {
    @Override
    @Nullable
    String read(String value, Scan scan) {
        if (scan.sectors.contains(value)) {
            return value;
        }
        scan.report(FactErrorCode.UNKNOWN_VALUE, () -> Wording.unknownValue(value, scan.sectors));
        return null;
    }

    @Override
    public Shape shape() {
        return new Shape.SectorShape();
    }
}
