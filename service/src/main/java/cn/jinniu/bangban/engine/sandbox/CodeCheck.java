package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks Java that a rule file brings along: consequences, functions, the code of an accumulate. */
final class CodeCheck {
    private static final Offered OFFERED = Offered.all();

    private final Findings findings;
    private final KnownNames names;

    CodeCheck(Findings findings, KnownNames names) {
        this.findings = findings;
        this.names = names;
    }

    /**
     * Checks a piece.
     *
     * @param code the piece
     * @param base where it stands in the file
     * @param variables what it may use by name beside what it declares itself
     */
    void check(String code, int base, Collection<String> variables) {
        List<Token> tokens = Tokens.of(code);
        if (!CodeSize.check(code, tokens, base, findings) || !wellFormed(tokens, base)) {
            // What does not close where it opens could close what it is put into; no word of it means what it says.
            return;
        }
        Set<String> known = new HashSet<>(variables);
        known.addAll(LocalNames.of(tokens));
        known.removeIf(name -> !WordCheck.isVariableName(name));
        new WordCheck(findings, names, known, false).check(tokens, base);
        creations(tokens, base);
        assignments(tokens, base);
    }

    /** Whether all literals end and all brackets close in order. */
    private boolean wellFormed(List<Token> tokens, int base) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.UNFINISHED) {
                findings.add(
                        base + token.start(),
                        token.text().length(),
                        ProblemKind.UNCLOSED,
                        "这里的引号或注释没有结束；请补上",
                        "the quotation or comment that begins here does not end; close it");
                return false;
            }
            if (token.is("@") || token.is("\\") || token.is("`") || token.is("#")) {
                findings.add(
                        base + token.start(),
                        "规则代码里不能写“" + token.text() + "”；请删去",
                        "the code of a rule has no \"" + token.text() + "\"; remove it");
            }
            if (closing(token) != null) {
                open.push(token);
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (open.isEmpty()) {
                    findings.add(
                            base + token.start(),
                            1,
                            ProblemKind.UNCLOSED,
                            "多出一个“" + token.text() + "”；请检查括号是否成对",
                            "there is a \"" + token.text() + "\" too many; check that brackets match");
                    return false;
                } else if (!token.text().equals(closing(open.peek()))) {
                    unclosed(open.peek(), base);
                    return false;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            unclosed(open.peek(), base);
            return false;
        }
        return true;
    }

    private void unclosed(Token bracket, int base) {
        findings.add(
                base + bracket.start(),
                1,
                ProblemKind.UNCLOSED,
                "这个“" + bracket.text() + "”没有配对的“" + closing(bracket) + "”；请补上",
                "this \"" + bracket.text() + "\" has no \"" + closing(bracket) + "\" to it; add it");
    }

    private static @Nullable String closing(Token token) {
        return token.is("(") ? ")" : token.is("[") ? "]" : token.is("{") ? "}" : null;
    }

    /** What rules are given is not theirs to set; set to null, it is missing where the rule ends. */
    private void assignments(List<Token> tokens, int base) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean member = i > 0 && tokens.get(i - 1).is(".");
            if (token.isName()
                    && !member
                    && names.isGlobal(token.text())
                    && tokens.get(i + 1).is("=")) {
                findings.add(
                        base + token.start(),
                        token.text().length(),
                        ProblemKind.NOT_ALLOWED,
                        "不能改变“" + token.text() + "”，也不能把变量叫做这个名称；请换一个名称",
                        "\"" + token.text() + "\" cannot be set, nor a variable be called so; take another name");
            }
        }
    }

    /** Checks what is created with {@code new}. */
    private void creations(List<Token> tokens, int base) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!tokens.get(i).isName("new") || i > 0 && tokens.get(i - 1).is("::")) {
                if (tokens.get(i).is("::") && tokens.get(i + 1).isName("new")) {
                    reference(tokens, i, base);
                }
                continue;
            }
            int at = i + 1;
            StringBuilder type = new StringBuilder(tokens.get(at).text());
            while (tokens.get(at + 1).is(".") && tokens.get(at + 2).isName()) {
                at += 2;
                type.append('.').append(tokens.get(at).text());
            }
            boolean array = tokens.get(at + 1).is("[");
            if (!array && !mayCreate(type.toString())) {
                refuseCreation(type.toString(), base + tokens.get(i).start());
            }
            int end = array ? -1 : endOfArguments(tokens, at + 1);
            if (end >= 0 && tokens.get(end).is("{")) {
                findings.add(
                        base + tokens.get(end).start(),
                        "规则里不能定义类；请改用 ->",
                        "a rule defines no class; write a lambda (->)");
            }
        }
    }

    private void reference(List<Token> tokens, int i, int base) {
        if (i > 0 && tokens.get(i - 1).isName() && !mayCreate(tokens.get(i - 1).text())) {
            refuseCreation(tokens.get(i - 1).text(), base + tokens.get(i - 1).start());
        }
    }

    private void refuseCreation(String type, int place) {
        findings.add(
                place,
                "规则不能新建“" + type + "”；只能新建规则推出的事实和普通的集合",
                "a rule may not create a \"" + type
                        + "\"; it creates facts that rules conclude, and plain collections");
    }

    private boolean mayCreate(String name) {
        if (names.isDeclared(name)) {
            return true;
        }
        Class<?> type = name.contains(".") ? OFFERED.type(name) : OFFERED.simple(name);
        return type != null && OfferedTypes.CREATED.contains(type);
    }

    /** Index behind the bracket that closes the arguments, or -1 where there are none. */
    private static int endOfArguments(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            if (tokens.get(at).is(";") || tokens.get(at).is("{")) {
                return -1;
            }
            at++;
        }
        int depth = 0;
        for (; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0) {
                return at + 1 < tokens.size() ? at + 1 : -1;
            }
        }
        return -1;
    }
}
