package cn.jinniu.bangban.explain.reason;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a rule, taken apart. */
sealed interface Expression {
    /** A value written out. */
    record Constant(@Nullable Object value) implements Expression {}

    /** A variable, a field of the fact at hand, a global or a type. */
    record Name(String name) implements Expression {}

    /** A field of something, or a method of it without arguments. */
    record Field(Expression of, String name) implements Expression {}

    /** A call with arguments, or of a function. */
    record Call(@Nullable Expression of, String name, List<Expression> arguments) implements Expression {}

    /** Two expressions with an operator between them. */
    record Operation(String operator, Expression left, Expression right) implements Expression {
        boolean isComparison() {
            return switch (operator) {
                case "&&", "||", "+", "-", "*", "/", "%" -> false;
                default -> true;
            };
        }
    }

    record Not(Expression of) implements Expression {}

    record Minus(Expression of) implements Expression {}

    /** One of several values, or none of them. */
    record Among(Expression of, List<Expression> values, boolean negated) implements Expression {}

    record Choice(Expression test, Expression then, Expression otherwise) implements Expression {}

    /** {@code new Type(…)}. */
    record Make(String type, List<Expression> arguments) implements Expression {}

    /** Something that is not taken apart. */
    record Opaque() implements Expression {}
}
