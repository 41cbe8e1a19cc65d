package cn.jinniu.bangban.engine.lint;

import java.util.List;

/**
 * A single thing that a condition demands of a value.
 *
 * @param path the value, in canonical words
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code in}, {@code not in}, or a
 *     word, or a word with {@code not} before it
 * @param values what it is compared with, in canonical words
 * @param constants whether these are all written-out constants
 * @param whole whether the value is a whole number that is never null
 * @param primitive whether it is never null
 * @param start where it is demanded
 * @param end behind it
 */
record Atom(
        String path,
        String operator,
        List<String> values,
        boolean constants,
        boolean whole,
        boolean primitive,
        int start,
        int end) {

    Atom negated() {
        return new Atom(path, opposite(operator), values, constants, whole, primitive, start, end);
    }

    Atom at(String otherPath, List<String> otherValues) {
        return new Atom(otherPath, operator, otherValues, constants, whole, primitive, start, end);
    }

    Atom from(int otherStart, int otherEnd) {
        return new Atom(path, operator, values, constants, whole, primitive, otherStart, otherEnd);
    }

    private static String opposite(String operator) {
        return switch (operator) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> ">=";
            case ">=" -> "<";
            case ">" -> "<=";
            case "<=" -> ">";
            default -> operator.startsWith("not ") ? operator.substring(4) : "not " + operator;
        };
    }

    boolean isNull() {
        return operator.equals("==") && values.get(0).equals("null");
    }

    /** Whether it can hold of a value only. */
    boolean demandsValue() {
        return switch (operator) {
            case "==" -> constants && !isNull();
            case "in" -> constants && !values.contains("null");
            case "<", "<=", ">", ">=", "contains", "matches", "str", "soundslike", "memberOf" -> true;
            case "!=" -> values.get(0).equals("null");
            default -> false;
        };
    }

    /** The same demand, wherever it is made. */
    String key() {
        return path + ' ' + operator + ' ' + values;
    }
}
