package cn.jinniu.bangban.engine.sandbox;

import java.util.Set;

/** Calls whose cost is not plain to see: counted where code is woven, and refused where it cannot be. */
final class Costly {
    private Costly() {}

    /** Of what days and facts have, what conditions may not call for all that: nothing is woven there that would count it. */
    private static final Set<String> NOT_IN_CONDITIONS = Set.of(
            "add",
            "addAll",
            "clear",
            "put",
            "remove",
            "set",
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

    /** What conditions may call on texts, numbers and collections: nothing that makes much of little. */
    private static final Set<String> PLAIN = Set.of(
            "abs",
            "charAt",
            "compareTo",
            "compareToIgnoreCase",
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "doubleValue",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "get",
            "hashCode",
            "indexOf",
            "intValue",
            "isBlank",
            "isEmpty",
            "isPresent",
            "keySet",
            "lastIndexOf",
            "length",
            "longValue",
            "max",
            "min",
            "name",
            "of",
            "ordinal",
            "parseInt",
            "signum",
            "size",
            "startsWith",
            "strip",
            "substring",
            "toLowerCase",
            "toString",
            "toUpperCase",
            "trim",
            "valueOf",
            "values");

    /** Whether a condition may call or read a member by this name, which something offered has. */
    static boolean mayStandInCondition(String name, Offered offered) {
        return PLAIN.contains(name)
                || offered.namesOfFactsAndDays().contains(name) && !NOT_IN_CONDITIONS.contains(name);
    }

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
