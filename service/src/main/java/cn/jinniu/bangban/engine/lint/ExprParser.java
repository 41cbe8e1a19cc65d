package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Expr.Arithmetic;
import cn.jinniu.bangban.engine.lint.Expr.Bind;
import cn.jinniu.bangban.engine.lint.Expr.Call;
import cn.jinniu.bangban.engine.lint.Expr.Compare;
import cn.jinniu.bangban.engine.lint.Expr.Junction;
import cn.jinniu.bangban.engine.lint.Expr.Literal;
import cn.jinniu.bangban.engine.lint.Expr.Member;
import cn.jinniu.bangban.engine.lint.Expr.Name;
import cn.jinniu.bangban.engine.lint.Expr.Not;
import cn.jinniu.bangban.engine.lint.Expr.Other;
import cn.jinniu.bangban.engine.lint.Expr.Value;
import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses an expression of a condition; what it does not know, nothing is said about. */
final class ExprParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of(
            "contains",
            "excludes",
            "memberOf",
            "matches",
            "in",
            "str",
            "before",
            "after",
            "coincides",
            "soundslike",
            "instanceof");

    /** Longer ones nobody writes, and taking them apart could run out of stack. */
    private static final int MOST_TOKENS = 600;

    private final List<Token> tokens;
    private final int base;
    private int at;

    private ExprParser(String text, int base) {
        this.tokens = Tokens.of(text);
        this.base = base;
    }

    /** @return null for what is not understood */
    static @Nullable Expr parse(@Nullable String text, int base) {
        if (text == null || text.isBlank()) {
            return null;
        }
        ExprParser parser = new ExprParser(text, base);
        if (parser.tokens.size() > MOST_TOKENS) {
            return null;
        }
        try {
            Expr parsed = parser.either();
            return parser.here().kind() == Token.Kind.END ? parsed : null;
        } catch (NotUnderstood e) {
            return null;
        }
    }

    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Token here() {
        return tokens.get(at);
    }

    private Token ahead(int by) {
        return tokens.get(Math.min(at + by, tokens.size() - 1));
    }

    private boolean take(String symbol) {
        if (here().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private int start() {
        return base + here().start();
    }

    private int endOfLast() {
        Token last = tokens.get(at - 1);
        return base + last.start() + last.text().length();
    }

    private Expr either() throws NotUnderstood {
        return junction("||", false);
    }

    private Expr both(@Nullable Expr before) throws NotUnderstood {
        List<Expr> parts = new ArrayList<>();
        int start = start();
        parts.add(condition(before));
        while (take("&&")) {
            parts.add(condition(leftOf(parts.get(parts.size() - 1))));
        }
        return parts.size() == 1 ? parts.get(0) : new Junction(true, List.copyOf(parts), start, endOfLast());
    }

    private Expr junction(String symbol, boolean both) throws NotUnderstood {
        List<Expr> parts = new ArrayList<>();
        int start = start();
        parts.add(both(null));
        while (take(symbol)) {
            parts.add(both(leftOf(parts.get(parts.size() - 1))));
        }
        Expr whole = parts.size() == 1 ? parts.get(0) : new Junction(both, List.copyOf(parts), start, endOfLast());
        if (take("?")) {
            Expr yes = junction(symbol, both);
            if (!take(":")) {
                throw new NotUnderstood();
            }
            Expr no = junction(symbol, both);
            return new Other(List.of(whole, yes, no), start, endOfLast());
        }
        return whole;
    }

    /** What a comparison compares, for one that is continued without naming it again. */
    private static @Nullable Expr leftOf(Expr before) {
        if (before instanceof Compare compare) {
            return compare.left();
        } else if (before instanceof Bind bind) {
            return leftOf(bind.value());
        } else if (before instanceof Junction junction) {
            return leftOf(junction.parts().get(junction.parts().size() - 1));
        }
        return null;
    }

    private Expr condition(@Nullable Expr before) throws NotUnderstood {
        int start = start();
        if (before != null && isComparison()) {
            return comparison(before, start);
        }
        if (here().isName() && (ahead(1).is(":") || ahead(1).is(":=")) && !inTernary()) {
            String variable = here().text();
            at += 2;
            Expr value = condition(null);
            return new Bind(variable, value, start, endOfLast());
        }
        Expr left = sum();
        return isComparison() ? comparison(left, start) : left;
    }

    private boolean inTernary() {
        return at > 0 && tokens.get(at - 1).is("?");
    }

    private boolean isComparison() {
        Token token = here();
        return token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text())
                || token.isName() && WORDS.contains(token.text())
                || token.isName("not") && ahead(1).isName() && WORDS.contains(ahead(1).text());
    }

    private Expr comparison(Expr left, int start) throws NotUnderstood {
        boolean negated = here().isName("not");
        if (negated) {
            at++;
        }
        String operator = here().text();
        at++;
        if (operator.equals("str") || (here().is("[") && !operator.equals("in") && WORDS.contains(operator))) {
            if (!take("[")) {
                throw new NotUnderstood();
            }
            while (!take("]")) {
                if (here().kind() == Token.Kind.END) {
                    throw new NotUnderstood();
                }
                at++;
            }
        }
        List<Expr> right = operator.equals("in") ? list() : List.of(sum());
        return new Compare(left, operator, negated, right, start, endOfLast());
    }

    private List<Expr> list() throws NotUnderstood {
        if (!take("(")) {
            throw new NotUnderstood();
        }
        return arguments(")");
    }

    private List<Expr> arguments(String closing) throws NotUnderstood {
        List<Expr> values = new ArrayList<>();
        if (take(closing)) {
            return values;
        }
        do {
            values.add(either());
        } while (take(","));
        if (!take(closing)) {
            throw new NotUnderstood();
        }
        return List.copyOf(values);
    }

    private Expr sum() throws NotUnderstood {
        int start = start();
        Expr left = product();
        while (here().is("+") || here().is("-")) {
            String operator = here().text();
            at++;
            left = new Arithmetic(operator, left, product(), start, endOfLast());
        }
        return left;
    }

    private Expr product() throws NotUnderstood {
        int start = start();
        Expr left = unary();
        while (here().is("*") || here().is("/") || here().is("%")) {
            String operator = here().text();
            at++;
            left = new Arithmetic(operator, left, unary(), start, endOfLast());
        }
        return left;
    }

    private Expr unary() throws NotUnderstood {
        int start = start();
        if (take("!")) {
            return new Not(unary(), start, endOfLast());
        }
        if (take("-")) {
            Expr value = unary();
            return value instanceof Value number && number.kind() == Literal.NUMBER
                    ? new Value(Literal.NUMBER, "-" + number.value(), start, endOfLast())
                    : new Arithmetic("-", new Value(Literal.NUMBER, "0", start, start), value, start, endOfLast());
        }
        return suffixes(primary(), start);
    }

    private Expr suffixes(Expr first, int start) throws NotUnderstood {
        Expr target = first;
        while (true) {
            if (take(".") || take("!.") || take("?.")) {
                if (!here().isName()) {
                    throw new NotUnderstood();
                }
                String name = here().text();
                int nameStart = start();
                at++;
                target = take("(")
                        ? new Call(target, name, arguments(")"), nameStart, start, endOfLast())
                        : new Member(target, name, nameStart, start, endOfLast());
            } else if (take("[")) {
                List<Expr> parts = new ArrayList<>(List.of(target));
                parts.addAll(arguments("]"));
                target = new Other(parts, start, endOfLast());
            } else {
                return target;
            }
        }
    }

    private Expr primary() throws NotUnderstood {
        Token token = here();
        int start = start();
        at++;
        switch (token.kind()) {
            case NUMBER:
                return new Value(Literal.NUMBER, token.text(), start, endOfLast());
            case STRING:
                return new Value(
                        Literal.TEXT, token.text().substring(1, token.text().length() - 1), start, endOfLast());
            case NAME:
                return name(token, start);
            default:
                break;
        }
        if (token.is("(")) {
            Expr inner = either();
            if (!take(")") || here().isName() && !isComparison() || here().is("(")) {
                throw new NotUnderstood(); // a cast, or nothing that is known
            }
            return inner;
        }
        if (token.is("[")) {
            return new Other(arguments("]"), start, endOfLast());
        }
        throw new NotUnderstood();
    }

    private Expr name(Token token, int start) throws NotUnderstood {
        return switch (token.text()) {
            case "true" -> new Value(Literal.TRUE, "true", start, endOfLast());
            case "false" -> new Value(Literal.FALSE, "false", start, endOfLast());
            case "null" -> new Value(Literal.NULL, "null", start, endOfLast());
            case "new", "not" -> throw new NotUnderstood();
            default -> {
                if (take("(")) {
                    yield new Call(null, token.text(), arguments(")"), start, start, endOfLast());
                }
                yield new Name(token.text(), start, endOfLast());
            }
        };
    }
}
