package cn.jinniu.bangban.explain.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the expressions that conditions and consequences are made of. What it does not know becomes opaque. */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([\\p{L}_$][\\p{L}\\p{N}_$]*)|(\\d+)[lL]?|"
            + "\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|"
            + "(==|!=|<=|>=|&&|\\|\\||:=|->|::|!\\.|[-+*/%<>!?:.,;()\\[\\]{}=&|@~^]))");
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "excludes", "memberOf", "matches", "in", "not", "str");

    private record Token(Kind kind, String text) {}

    private enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL
    }

    /** An expression, with the variable that is bound to it. */
    record Bound(@Nullable String variable, Expression expression) {}

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private int at;
    private @Nullable Expression compared;

    private ExpressionParser(List<Token> tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    /** Reads a constraint of a condition: an expression, or a binding, or both. */
    static Bound constraint(String text) {
        List<Token> tokens = tokens(text);
        String variable = null;
        int start = 0;
        if (tokens.size() > 2
                && tokens.get(0).kind == Kind.NAME
                && (tokens.get(1).text.equals(":") || tokens.get(1).text.equals(":="))
                && tokens.get(1).kind == Kind.SYMBOL) {
            variable = tokens.get(0).text;
            start = 2;
        }
        return new Bound(variable, whole(tokens, start));
    }

    /** Reads an expression that is the whole of a text. */
    static Expression expression(String text) {
        return whole(tokens(text), 0);
    }

    private static Expression whole(List<Token> tokens, int start) {
        try {
            ExpressionParser parser = new ExpressionParser(tokens, start);
            Expression read = parser.choice();
            return parser.at == tokens.size() ? read : new Expression.Opaque();
        } catch (Unreadable e) {
            return new Expression.Opaque();
        }
    }

    /** Every expression that begins with a word, wherever that stands in a consequence. */
    static List<Expression> beginningWith(String word, String consequence) {
        List<Token> tokens = tokens(consequence);
        List<Expression> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean starts = i == 0 || !tokens.get(i - 1).text.equals(".");
            if (starts && tokens.get(i).kind == Kind.NAME && tokens.get(i).text.equals(word)) {
                try {
                    found.add(new ExpressionParser(tokens, i).choice());
                } catch (Unreadable e) {
                    // Something else is meant by the word, or more than expressions are made of.
                }
            }
        }
        return found;
    }

    /** A variable of a consequence, with what it stands for. */
    record Local(String name, Expression value) {}

    /** The variables that a consequence declares. */
    static List<Local> locals(String consequence) {
        List<Token> tokens = tokens(consequence);
        List<Local> found = new ArrayList<>();
        for (int i = 1; i + 2 < tokens.size(); i++) {
            boolean declared = tokens.get(i).kind == Kind.NAME
                    && tokens.get(i + 1).text.equals("=")
                    && (tokens.get(i - 1).kind == Kind.NAME
                            || tokens.get(i - 1).text.equals(">"));
            if (declared) {
                try {
                    found.add(new Local(tokens.get(i).text, new ExpressionParser(tokens, i + 2).choice()));
                } catch (Unreadable e) {
                    found.add(new Local(tokens.get(i).text, new Expression.Opaque()));
                }
            }
        }
        return found;
    }

    private static List<Token> tokens(String text) {
        String plain = text.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("(?m)(^|[\\s;{}(),])//[^\\n]*", "$1");
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            end = matcher.end();
            if (matcher.group(1) != null) {
                tokens.add(new Token(Kind.NAME, matcher.group(1)));
            } else if (matcher.group(2) != null) {
                tokens.add(new Token(Kind.NUMBER, matcher.group(2)));
            } else if (matcher.group(3) != null) {
                tokens.add(new Token(Kind.STRING, unescaped(matcher.group(3))));
            } else if (matcher.group(4) != null) {
                tokens.add(new Token(Kind.STRING, unescaped(matcher.group(4))));
            } else {
                tokens.add(new Token(Kind.SYMBOL, matcher.group(5)));
            }
        }
        if (!plain.substring(end).isBlank()) {
            tokens.add(new Token(Kind.SYMBOL, "?unreadable?"));
        }
        return tokens;
    }

    private static String unescaped(String literal) {
        return literal.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private boolean is(String text) {
        return at < tokens.size()
                && tokens.get(at).kind != Kind.STRING
                && tokens.get(at).text.equals(text);
    }

    private boolean take(String text) {
        if (is(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void require(String text) {
        if (!take(text)) {
            throw new Unreadable();
        }
    }

    private String name() {
        if (at >= tokens.size() || tokens.get(at).kind != Kind.NAME) {
            throw new Unreadable();
        }
        return tokens.get(at++).text;
    }

    private Expression choice() {
        Expression test = or();
        if (!take("?")) {
            return test;
        }
        Expression then = choice();
        require(":");
        return new Expression.Choice(test, then, choice());
    }

    private Expression or() {
        Expression left = and();
        while (take("||")) {
            left = new Expression.Operation("||", left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = comparison();
        while (take("&&")) {
            left = new Expression.Operation("&&", left, comparison());
        }
        return left;
    }

    private Expression comparison() {
        Expression left;
        if (at < tokens.size()
                && tokens.get(at).kind == Kind.SYMBOL
                && COMPARING.contains(tokens.get(at).text)
                && compared != null) {
            left = compared; // "x > 1 && < 5": the second compares the same x
        } else {
            left = sum();
        }
        if (at >= tokens.size()) {
            return left;
        }
        Token token = tokens.get(at);
        if (token.kind == Kind.SYMBOL && COMPARING.contains(token.text)) {
            at++;
            compared = left;
            return new Expression.Operation(token.text, left, sum());
        }
        if (token.kind == Kind.NAME && WORDS.contains(token.text)) {
            compared = left;
            return worded(left);
        }
        return left;
    }

    private Expression worded(Expression left) {
        boolean negated = take("not");
        String word = name();
        if (word.equals("in")) {
            require("(");
            return new Expression.Among(left, arguments(), negated);
        }
        if (word.equals("str")) {
            require("[");
            word = "str " + name();
            require("]");
        }
        Expression operation = new Expression.Operation(word, left, sum());
        return negated ? new Expression.Not(operation) : operation;
    }

    private Expression sum() {
        Expression left = product();
        while (is("+") || is("-")) {
            String operator = tokens.get(at++).text;
            left = new Expression.Operation(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = unary();
        while (is("*") || is("/") || is("%")) {
            String operator = tokens.get(at++).text;
            left = new Expression.Operation(operator, left, unary());
        }
        return left;
    }

    private Expression unary() {
        if (take("!")) {
            return new Expression.Not(unary());
        }
        if (take("-")) {
            return new Expression.Minus(unary());
        }
        return parts(primary());
    }

    private Expression primary() {
        if (at >= tokens.size()) {
            throw new Unreadable();
        }
        Token token = tokens.get(at);
        switch (token.kind) {
            case NUMBER -> {
                at++;
                return new Expression.Constant(Long.valueOf(token.text));
            }
            case STRING -> {
                at++;
                return new Expression.Constant(token.text);
            }
            case SYMBOL -> {
                require("(");
                int before = at;
                if (isCast()) {
                    return unary();
                }
                at = before;
                Expression within = choice();
                require(")");
                return within;
            }
            default -> {
                return named(name());
            }
        }
    }

    /** Passes over {@code Type)} of a cast; behind it stands what is cast. */
    private boolean isCast() {
        if (tokens.get(at).kind != Kind.NAME
                || !Character.isUpperCase(tokens.get(at).text.charAt(0))) {
            return false;
        }
        name();
        while (take(".")) {
            name();
        }
        if (!take(")") || at >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(at);
        return next.kind != Kind.SYMBOL && !WORDS.contains(next.text) || next.text.equals("(");
    }

    private Expression named(String name) {
        switch (name) {
            case "true" -> {
                return new Expression.Constant(Boolean.TRUE);
            }
            case "false" -> {
                return new Expression.Constant(Boolean.FALSE);
            }
            case "null" -> {
                return new Expression.Constant(null);
            }
            case "new" -> {
                StringBuilder type = new StringBuilder(name());
                while (take(".")) {
                    type.append('.').append(name());
                }
                require("(");
                return new Expression.Make(type.toString(), arguments());
            }
            default -> {
                if (take("(")) {
                    return new Expression.Call(null, name, arguments());
                }
                return new Expression.Name(name);
            }
        }
    }

    private Expression parts(Expression whole) {
        Expression of = whole;
        while (take(".") || take("!.")) {
            String part = name();
            if (take("(")) {
                List<Expression> arguments = arguments();
                of = arguments.isEmpty() ? new Expression.Field(of, part) : new Expression.Call(of, part, arguments);
            } else {
                of = new Expression.Field(of, part);
            }
        }
        return of;
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (take(")")) {
            return arguments;
        }
        Expression outer = compared;
        do {
            compared = null;
            arguments.add(choice());
        } while (take(","));
        compared = outer;
        require(")");
        return arguments;
    }
}
