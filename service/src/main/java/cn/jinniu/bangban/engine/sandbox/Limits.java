package cn.jinniu.bangban.engine.sandbox;

import java.util.Set;

/** Calls whose cost is not plain to see: counted where code is woven, and refused where it cannot be. */
final class Limits {
    private Limits() {}

    /** In conditions nothing is woven, so nothing would count these. */
    static final Set<String> NOT_IN_CONDITIONS = Set.of(
            "addAll",
            "concat",
            "datesUntil",
            "fill",
            "format",
            "formatted",
            "generate",
            "iterate",
            "join",
            "matches",
            "movePointLeft",
            "movePointRight",
            "nCopies",
            "ofPattern",
            "pow",
            "putAll",
            "range",
            "rangeClosed",
            "repeat",
            "replaceAll",
            "replaceFirst",
            "scaleByPowerOfTen",
            "setScale",
            "shiftLeft",
            "split",
            "sqrt");
}
