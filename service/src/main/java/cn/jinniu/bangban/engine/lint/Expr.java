package cn.jinniu.bangban.engine.lint;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of a condition, with the offsets in its file from which (inclusive) to which (exclusive) it stands. */
sealed interface Expr {
    int start();

    int end();

    /** What it is made of. */
    default List<Expr> parts() {
        return List.of();
    }

    /** It and everything it is made of. */
    default Stream<Expr> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expr::all));
    }

    /** What a literal is of. */
    enum Literal {
        NUMBER,
        TEXT,
        TRUE,
        FALSE,
        NULL
    }

    /** @param value as written; of a text without its quotes */
    record Value(Literal kind, String value, int start, int end) implements Expr {}

    record Name(String name, int start, int end) implements Expr {}

    /** A field of something, or a constant of a type. */
    record Member(Expr target, String name, int nameStart, int start, int end) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(target);
        }
    }

    /** A call of a method, or of a function where nothing is called on. */
    record Call(@Nullable Expr target, String name, List<Expr> arguments, int nameStart, int start, int end)
            implements Expr {
        @Override
        public List<Expr> parts() {
            return target == null
                    ? arguments
                    : Stream.concat(Stream.of(target), arguments.stream()).toList();
        }
    }

    /** Two values put together by an operator of arithmetic. */
    record Arithmetic(String operator, Expr left, Expr right, int start, int end) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** Both, or either. */
    record Junction(boolean both, List<Expr> parts, int start, int end) implements Expr {}

    record Not(Expr negated, int start, int end) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(negated);
        }
    }

    /**
     * A comparison.
     *
     * @param operator a symbol, or the word of it without {@code not}
     * @param negated whether {@code not} stands before the word
     * @param right one value, or those of a list
     */
    record Compare(Expr left, String operator, boolean negated, List<Expr> right, int start, int end) implements Expr {
        @Override
        public List<Expr> parts() {
            return Stream.concat(Stream.of(left), right.stream()).toList();
        }
    }

    /** Gives a value a name. */
    record Bind(String variable, Expr value, int start, int end) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(value);
        }
    }

    /** Something put into brackets, elements of a list, alternatives by a question mark: only its parts are looked at. */
    record Other(List<Expr> parts, int start, int end) implements Expr {}
}
