package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a piece of code or a condition word by word: each name must be one that is offered. Deny by default: a word
 * that is nothing known is refused where it could lead anywhere.
 */
final class WordCheck {
    /** Where answers go. Conditions are looked at as often as the engine likes, so they have none to give. */
    private static final String SINK = "answers";

    private static final Offered OFFERED = Offered.all();

    private static final Set<String> VALUES = Set.of("true", "false", "null", "this", "in", "not", "instanceof");

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void", "var");

    /** Java that consequences and functions are written in. */
    private static final Set<String> STATEMENTS = Set.of(
            "break",
            "case",
            "continue",
            "default",
            "do",
            "else",
            "extends",
            "final",
            "for",
            "if",
            "new",
            "return",
            "switch",
            "throw",
            "while",
            "yield");

    /** Operators of conditions. */
    private static final Set<String> OPERATORS = Set.of(
            "after",
            "before",
            "coincides",
            "contains",
            "endsWith",
            "eval",
            "excludes",
            "length",
            "matches",
            "memberOf",
            "startsWith",
            "str");

    /** Names that cannot be given to a variable, for they would hide what is checked. */
    private static final Set<String> ROOTS =
            Set.of("java", "javax", "jdk", "sun", "com", "org", "net", "io", "cn", "jakarta", "jinniu");

    private final Findings findings;
    private final KnownNames names;
    private final Set<String> variables;
    private final boolean condition;

    /**
     * @param variables what the piece may use by name
     * @param condition whether it is a condition's, which has no statements
     */
    WordCheck(Findings findings, KnownNames names, Set<String> variables, boolean condition) {
        this.findings = findings;
        this.names = names;
        this.variables = variables;
        this.condition = condition;
    }

    static boolean isVariableName(String name) {
        return !Character.isUpperCase(name.charAt(0))
                && !ROOTS.contains(name)
                && !KnownNames.ENGINE.contains(name)
                && !VALUES.contains(name)
                && !PRIMITIVES.contains(name)
                && !STATEMENTS.contains(name);
    }

    /** @param base offset in the file of what the tokens were read from */
    void check(List<Token> tokens, int base) {
        boolean label = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            label = token.isName("case") || label && !token.is("->") && !token.is(":");
            if (!token.isName()) {
                continue;
            }
            Token before = i == 0 ? null : tokens.get(i - 1);
            Token after = tokens.get(i + 1);
            if (label && !condition && !after.is(".") && !after.is("(")) {
                // A constant of an enum stands in a label without its name, and leads nowhere.
                continue;
            }
            if (before != null && (before.is(".") || before.is("::") || before.is("!.") || before.is("?."))) {
                member(tokens, i, base);
            } else if (before != null && before.isName("new") && !condition) {
                i = created(tokens, i, base);
            } else {
                int found = findings.count();
                if (!word(token, after, base)) {
                    i = qualified(tokens, i, base);
                }
                if (findings.count() > found) {
                    i = endOfChain(tokens, i);
                }
            }
        }
    }

    /** What is created is checked with the word new; of an array, what it holds is checked here. */
    private int created(List<Token> tokens, int i, int base) {
        int end = endOfChain(tokens, i);
        if (tokens.get(end + 1).is("[") && !word(tokens.get(i), tokens.get(i + 1), base)) {
            qualified(tokens, i, base);
        }
        return end;
    }

    /** Index of the last name behind dots; what follows a name that is refused is not worth a word. */
    private static int endOfChain(List<Token> tokens, int from) {
        int end = from;
        while (tokens.get(end + 1).is(".") && tokens.get(end + 2).isName()) {
            end += 2;
        }
        return end;
    }

    private void member(List<Token> tokens, int i, int base) {
        Token token = tokens.get(i);
        String name = token.text();
        boolean known = names.isMember(name)
                || names.isType(name) && Character.isUpperCase(name.charAt(0))
                || name.equals("new") && tokens.get(i - 1).is("::");
        if (!known) {
            findings.add(
                    base + token.start(),
                    name.length(),
                    ProblemKind.UNKNOWN_FIELD,
                    "没有“." + name + "”这个字段或函数，或者不许规则使用" + Nearest.hintZh(name, names.fields())
                            + "；可以使用的字段和函数见 rules/README.md",
                    "there is no field or function \"." + name + "\", or none that rules may use"
                            + Nearest.hintEn(name, names.fields())
                            + "; rules/README.md lists the fields and functions it may use");
        } else if (condition
                && !names.isDeclaredMember(name)
                && !Character.isUpperCase(name.charAt(0))
                && !Costly.mayStandInCondition(name, OFFERED)) {
            findings.add(
                    base + token.start(),
                    "条件里不能使用“." + name + "”；请在结论里计算，或者写成函数",
                    "a condition may not use \"." + name + "\"; reckon in the consequence, or write a function");
        }
    }

    /** Checks a word that begins something; false when it could be the beginning of a full name. */
    private boolean word(Token token, Token after, int base) {
        String name = token.text();
        int place = base + token.start();
        if (KnownNames.ENGINE.contains(name) || name.contains("__")) {
            findings.add(
                    place,
                    "规则不能使用“" + name + "”：规则只读取事实、给出答复，不接触规则引擎；请删去",
                    "a rule may not use \"" + name + "\": it reads facts and answers, and does not touch the engine;"
                            + " remove it");
            return true;
        }
        if (variables.contains(name) || VALUES.contains(name)) {
            return true;
        }
        if (condition && isOfMath(OFFERED.simple(name))) {
            notInConditions(name, place);
            return true;
        }
        if (after.is("(")) {
            return call(token, place);
        }
        if (condition && name.equals(SINK)) {
            findings.add(
                    place,
                    "条件里不能给出答复；请把 " + SINK + " 写在 then 后面",
                    "a condition gives no answer; write " + SINK + " behind then");
            return true;
        }
        if (PRIMITIVES.contains(name) || names.isType(name) || names.isGlobal(name)) {
            return true;
        }
        if (condition ? OPERATORS.contains(name) || names.isProperty(name) : STATEMENTS.contains(name)) {
            return true;
        }
        if (Words.FORBIDDEN.contains(name)) {
            findings.add(
                    place,
                    "规则里不能写“" + name + "”；规则只读取事实、计算、给出答复",
                    "a rule does not say \"" + name + "\"; it reads facts, reckons and answers");
            return true;
        }
        if (after.is(".") && !Character.isUpperCase(name.charAt(0))) {
            return false;
        }
        if (Character.isUpperCase(name.charAt(0))) {
            unknownType(name, place);
        }
        // Any other word that nobody knows leads nowhere; the compiler says so.
        return true;
    }

    private boolean call(Token token, int place) {
        String name = token.text();
        boolean known = names.isFunction(name)
                || condition && (OPERATORS.contains(name) || names.isProperty(name))
                || !condition && STATEMENTS.contains(name)
                // new Type( … ), and casts and records in patterns: what may be created is checked with "new".
                || names.isType(name)
                || PRIMITIVES.contains(name);
        if (!known) {
            findings.add(
                    place,
                    name.length(),
                    ProblemKind.UNKNOWN_FUNCTION,
                    "规则不能调用“" + name + "( … )”" + Nearest.hintZh(name, names.functionNames())
                            + "；规则只能调用规则用语里的函数，只能用 insert 添加事实",
                    "a rule may not call \"" + name + "( … )\"" + Nearest.hintEn(name, names.functionNames())
                            + "; it calls the functions of the vocabulary, and adds facts with insert only");
        }
        return true;
    }

    /** Numbers of any size are reckoned with where it is counted how long they get. */
    private static boolean isOfMath(@Nullable Class<?> type) {
        return type != null && type.getPackageName().equals("java.math");
    }

    private void notInConditions(String name, int place) {
        findings.add(
                place,
                "条件里不能使用“" + name + "”；请在结论里计算，或者写成函数",
                "a condition may not use \"" + name + "\"; reckon in the consequence, or write a function");
    }

    void unknownType(String name, int place) {
        findings.add(
                place,
                name.length(),
                isOfJava(name) ? ProblemKind.NOT_ALLOWED : ProblemKind.UNKNOWN_TYPE,
                "规则不能使用“" + name + "”：没有这种事实或类型，或者不许规则使用" + Nearest.hintZh(name, names.typeNames())
                        + "；可以使用的见 vocabulary.drl",
                "a rule may not use \"" + name + "\": there is no such fact or type, or none that rules may use"
                        + Nearest.hintEn(name, names.typeNames()) + "; vocabulary.drl lists those they may");
    }

    private static boolean isOfJava(String name) {
        try {
            return Class.forName("java.lang." + name, false, null) != null;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Checks a full name, and gives the index of its last token. */
    private int qualified(List<Token> tokens, int from, int base) {
        StringBuilder name = new StringBuilder(tokens.get(from).text());
        int end = from;
        if (OFFERED.type(name.toString()) != null) {
            return end;
        }
        while (tokens.get(end + 1).is(".") && tokens.get(end + 2).isName()) {
            end += 2;
            name.append('.').append(tokens.get(end).text());
            if (OFFERED.type(name.toString()) != null) {
                if (condition && isOfMath(OFFERED.type(name.toString()))) {
                    notInConditions(name.toString(), base + tokens.get(from).start());
                }
                return end;
            }
        }
        Token first = tokens.get(from);
        if (ROOTS.contains(first.text())) {
            findings.add(
                    base + first.start(),
                    name.length(),
                    ProblemKind.NOT_ALLOWED,
                    "规则不能使用“" + name + "”：没有这个名称，或者不许规则使用；可以使用的见 vocabulary.drl",
                    "a rule may not use \"" + name + "\": there is no such name, or none that rules may use;"
                            + " vocabulary.drl lists those they may");
            return end;
        }
        Set<String> known = new HashSet<>(variables);
        known.addAll(names.globals());
        findings.add(
                base + first.start(),
                first.text().length(),
                ProblemKind.UNKNOWN_VARIABLE,
                "没有“" + first.text() + "”这个变量或名称，或者不许规则使用" + Nearest.hintZh(first.text(), known)
                        + "；变量在条件里用 $名字 : 字段 起名",
                "there is no variable or name \"" + first.text() + "\", or none that rules may use"
                        + Nearest.hintEn(first.text(), known) + "; conditions name values as $name : field");
        return end;
    }
}
