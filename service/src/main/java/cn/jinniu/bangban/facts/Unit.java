package cn.jinniu.bangban.facts;

/**
 * A government unit or enterprise of the directory.
 *
 * @param id its id in requests and answers
 * @param kind what kind of unit it is
 * @param nameZh its Chinese name
 * @param nameEn its English name
 */
public record Unit(String id, UnitKind kind, String nameZh, String nameEn) {
    /** Two units are the same when their ids are; within one directory an id names one unit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && unit.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
