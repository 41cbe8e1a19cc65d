package cn.jinniu.bangban.engine.sandbox;

import java.util.Set;

/** Calls whose cost is not plain to see: counted where code is woven, and refused where it cannot be. */
final class Costly {
    private Costly() {}

    /** In conditions nothing is woven, so nothing would count these. */
    static final Set<String> NOT_IN_CONDITIONS = Set.of(
            "addAll",
            "concat",
            "datesUntil",
            "fill",
            "format",
            "formatted",
            "generate",
            "indent",
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
            "setBit",
            "setScale",
            "shiftLeft",
            "shiftRight",
            "split",
            "sqrt",
            "toBigInteger",
            "toBigIntegerExact",
            "toPlainString");

    /** Calls whose last argument, a number, says how much is made: no more than {@link Meter#MOST_AT_ONCE}. */
    private static final Set<String> SIZED = Set.of(
            "java/lang/String.repeat",
            "java/lang/String.indent",
            "java/lang/StringBuilder.<init>",
            "java/lang/StringBuilder.setLength",
            "java/lang/StringBuilder.ensureCapacity",
            "java/util/ArrayList.<init>",
            "java/util/ArrayList.ensureCapacity",
            "java/util/ArrayDeque.<init>",
            "java/util/HashMap.<init>",
            "java/util/HashSet.<init>",
            "java/util/LinkedHashMap.<init>",
            "java/util/LinkedHashSet.<init>",
            "java/util/Arrays.copyOf",
            "java/util/Arrays.copyOfRange",
            "java/math/MathContext.<init>",
            "java/math/BigInteger.shiftLeft",
            "java/math/BigInteger.shiftRight",
            "java/math/BigInteger.setBit",
            "java/math/BigInteger.clearBit",
            "java/math/BigInteger.flipBit",
            "java/math/BigDecimal.<init>",
            "java/math/BigDecimal.valueOf",
            "java/math/BigDecimal.setScale",
            "java/math/BigDecimal.movePointLeft",
            "java/math/BigDecimal.movePointRight",
            "java/math/BigDecimal.scaleByPowerOfTen");

    static boolean isSized(String owner, String name, String descriptor) {
        return descriptor.contains("I)") && SIZED.contains(owner + '.' + name);
    }
}
