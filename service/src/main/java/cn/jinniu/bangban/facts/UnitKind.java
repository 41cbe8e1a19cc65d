package cn.jinniu.bangban.facts;

/** The kinds a unit of the directory can be of. */
public enum UnitKind {
    DEPARTMENT,
    FUNCTIONAL_ZONE,
    SUBDISTRICT,
    ENTERPRISE,
    OFFICE
}
