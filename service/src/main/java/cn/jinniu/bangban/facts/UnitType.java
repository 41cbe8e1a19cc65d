package cn.jinniu.bangban.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The id of a unit of the directory, of one of some kinds. */
final class UnitType extends StringType<Unit> {
    private final Set<UnitKind> kinds;

    UnitType(Set<UnitKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    @Nullable
    Unit read(String value, Scan scan) {
        Unit unit = scan.units.get(value);
        if (unit == null) {
            if (IdType.isId(value, scan) && fits(value, IdType.MAX_LENGTH, scan)) {
                scan.report(FactErrorCode.UNKNOWN_REFERENCE, () -> Wording.unknownUnit(value, scan.units.keySet()));
            }
            return null;
        }
        if (!kinds.contains(unit.kind())) {
            scan.report(FactErrorCode.WRONG_UNIT_KIND, () -> Wording.wrongUnitKind(unit, kinds));
            return null;
        }
        return unit;
    }

    @Override
    public Shape shape() {
        return new Shape.UnitShape(kinds);
    }
}
