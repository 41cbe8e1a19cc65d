package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds names in a consequence that are not there: variables, and what is called on values whose types are known. */
final class ConsequenceTypes {
    private final Notes notes;
    private final Types types;
    private final RuleShape shape;
    private final int base;
    private final List<Token> tokens;
    private final Set<String> locals = new HashSet<>();

    ConsequenceTypes(Notes notes, Types types, RuleShape shape, int base, String code) {
        this.notes = notes;
        this.types = types;
        this.shape = shape;
        this.base = base;
        this.tokens = Tokens.of(code);
    }

    void check() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token before = token(i - 1);
            Token after = token(i + 1);
            boolean declared = before.isName() && !before.isName("return") && !before.isName("new")
                    || before.is(">")
                    || before.is("]")
                    || after.is("->");
            if (token(i).isName() && (declared || before.is(",") && after.is("->"))) {
                locals.add(token(i).text());
            }
            if (token(i).is("->") && before.is(")")) {
                for (int j = i - 2; j >= 0 && !token(j).is("("); j--) {
                    locals.add(token(j).text());
                }
            }
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = token(i);
            boolean root = i == 0 || !token(i - 1).is(".") && !token(i - 1).is("::");
            if (token.isName() && root) {
                root(i);
            }
        }
    }

    private void root(int i) {
        Token token = token(i);
        String name = token.text();
        if (locals.contains(name)) {
            return;
        }
        ValueType type = shape.variables().get(name);
        if (type == null && name.startsWith("$")) {
            Set<String> names = shape.variables().keySet();
            notes.add(
                    ProblemKind.UNKNOWN_VARIABLE,
                    base + token.start(),
                    base + token.start() + name.length(),
                    "没有变量“" + name + "”" + Nearest.hintZh(name, names) + "；变量要在条件里用 $名字 : 字段 起名",
                    "there is no variable \"" + name + "\"" + Nearest.hintEn(name, names)
                            + "; name a field in the conditions first, as $name : field");
            return;
        }
        if (type == null) {
            type = Types.global(name);
        }
        if (type != null) {
            chain(i + 1, type);
        }
    }

    /** Follows what is called one behind the other. */
    private void chain(int from, ValueType first) {
        ValueType type = first;
        int at = from;
        while (type.isKnown()
                && token(at).is(".")
                && at + 2 < tokens.size()
                && token(at + 1).isName()) {
            Token name = token(at + 1);
            boolean call = token(at + 2).is("(");
            if (!call && type.type() != null) {
                field(type, name);
                return;
            }
            int end = call ? closing(at + 2) : at + 1;
            ValueType next = call ? types.method(type, name.text(), arguments(at + 2, end)) : ValueType.UNKNOWN;
            if (next == null) {
                unknown(type, name);
                return;
            }
            type = next;
            at = end + 1;
        }
    }

    private void unknown(ValueType type, Token name) {
        Set<String> names = type.type() == null ? Set.of() : Types.methodsOf(type.type());
        notes.add(
                ProblemKind.UNKNOWN_FIELD,
                base + name.start(),
                base + name.start() + name.text().length(),
                type.name() + " 没有“" + name.text() + "()”" + Nearest.hintZh(name.text(), names)
                        + "；字段和函数见 rules/README.md 的“规则用语”",
                type.name() + " has no \"" + name.text() + "()\"" + Nearest.hintEn(name.text(), names)
                        + "; rules/README.md lists fields and functions");
    }

    private void field(ValueType type, Token name) {
        ValueType field = types.field(type, name.text());
        if (field == null) {
            unknown(type, name);
        } else if (type.type() != null && hasNoSuchField(type.type(), name.text())) {
            notes.add(
                    ProblemKind.UNKNOWN_FIELD,
                    base + name.start(),
                    base + name.start() + name.text().length(),
                    "结论里取字段要加括号：." + name.text() + "()",
                    "in a consequence a field is called with brackets: ." + name.text() + "()");
        }
    }

    private static boolean hasNoSuchField(Class<?> type, String name) {
        for (Field field : type.getFields()) {
            if (field.getName().equals(name)) {
                return false;
            }
        }
        return !type.isArray();
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = token(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private int arguments(int open, int close) {
        if (close <= open + 1) {
            return 0;
        }
        int depth = 0;
        int count = 1;
        for (int i = open + 1; i < close; i++) {
            Token token = token(i);
            if (token.is("(") || token.is("[") || token.is("{") || token.is("<")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}") || token.is(">")) {
                depth--;
            } else if (token.is(",") && depth == 0) {
                count++;
            }
        }
        return count;
    }

    /** The one that ends the code stands for all behind it. */
    private Token token(int i) {
        return tokens.get(Math.min(i, tokens.size() - 1));
    }
}
