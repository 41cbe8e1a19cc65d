package cn.jinniu.bangban.facts;

/** How a project comes by its land: 出让, 划拨, or none needed. */
public enum LandMode {
    GRANT,
    ALLOCATION,
    NONE
}
