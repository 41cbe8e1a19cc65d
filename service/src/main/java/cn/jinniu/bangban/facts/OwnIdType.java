package cn.jinniu.bangban.facts;

import org.jspecify.annotations.Nullable;

/** The id of the fact it stands in, unique in its list. */
final class OwnIdType extends IdType {
    @Override
    @Nullable
    String read(String value, Scan scan) {
        if (!isId(value, scan)) {
            return null;
        }
        if (!scan.take(value)) {
            scan.report(FactErrorCode.DUPLICATE_ID, () -> Wording.duplicateId(value));
            return null;
        }
        return fits(value, MAX_LENGTH, scan) ? value : null;
    }
}
