package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Blocks.Block;
import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong with a piece of a rule file that the parser did not understand, where it can. */
final class Structure {
    private static final Set<String> WORDS =
            Set.of("rule", "declare", "function", "import", "global", "package", "when", "then", "end");
    private static final Set<String> ATTRIBUTES = Set.of("salience", "dialect", "enabled");

    private final String text;
    private final Block block;
    private final Notes notes;
    private final List<Token> tokens;

    private Structure(String text, Block block, Notes notes) {
        this.text = text;
        this.block = block;
        this.notes = notes;
        this.tokens = Tokens.of(block.in(text));
    }

    /** Whether it found the reason, and said so. */
    static boolean explain(String text, Block block, Notes notes) {
        Structure structure = new Structure(text, block, notes);
        return switch (block.kind()) {
            case STRAY -> structure.stray();
            case RULE -> structure.unfinished() || structure.rule();
            case DECLARATION -> structure.unfinished() || structure.noEnd("declare");
            case FUNCTION -> structure.unfinished() || structure.brackets(0, structure.tokens.size());
            case LINE -> structure.unfinished();
        };
    }

    private int at(Token token) {
        return block.start() + token.start();
    }

    private void note(ProblemKind kind, Token token, String zh, String en) {
        notes.add(kind, at(token), at(token) + Math.max(1, token.text().length()), zh, en);
    }

    private boolean stray() {
        Token first = tokens.get(0);
        boolean known = WORDS.contains(first.text());
        if (first.isName("end")) {
            note(
                    ProblemKind.SYNTAX,
                    first,
                    "多出一个 end；每条规则只有一个 end，请删去，或者补上它前面的规则",
                    "there is an end too many; each rule has one, so delete it or put back the rule before it");
        } else {
            note(
                    ProblemKind.SYNTAX,
                    first,
                    "这里应当是一条规则（rule）的开头，而不是“" + first.text() + "”"
                            + (known ? "；请检查上一条规则的 end" : Nearest.hintZh(first.text(), WORDS)),
                    "a rule should begin here, not \"" + first.text() + "\""
                            + (known ? "; look at the end of the rule before" : Nearest.hintEn(first.text(), WORDS)));
        }
        return true;
    }

    private boolean unfinished() {
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.UNFINISHED) {
                boolean comment = token.text().startsWith("/*");
                notes.add(
                        ProblemKind.UNCLOSED,
                        at(token),
                        at(token) + token.text().length(),
                        comment ? "注释从这里开始，没有结束；请补上 */" : "引号从这里开始，到行末还没有结束；请补上右边的引号",
                        comment
                                ? "the comment that begins here does not end; add */"
                                : "the quotation that begins here is not closed on its line; add the closing quote");
                return true;
            }
        }
        return false;
    }

    private boolean rule() {
        int when = word("when", 0);
        int then = word("then", Math.max(0, when));
        if (when >= 0 && then >= 0 && brackets(when + 1, then)) {
            return true;
        }
        if (header(when < 0 ? then < 0 ? tokens.size() : then : when)) {
            return true;
        }
        if (when < 0) {
            note(
                    ProblemKind.MISSING_WORD,
                    tokens.get(0),
                    "这条规则缺少 when；请在条件之前单独写一行 when",
                    "this rule has no when; write it on a line of its own before the conditions");
            return true;
        }
        if (then < 0) {
            note(
                    ProblemKind.MISSING_WORD,
                    consequence(when + 1),
                    "这条规则缺少 then；请在结论之前单独写一行 then",
                    "this rule has no then; write it on a line of its own before the consequence");
            return true;
        }
        return noEnd("rule") || brackets(then + 1, tokens.size()) || equals(when + 1, then);
    }

    private int word(String word, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isName(word) && startsLine(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsLine(Token token) {
        int lineStart = text.lastIndexOf('\n', at(token) - 1) + 1;
        return text.substring(lineStart, at(token)).isBlank();
    }

    /** The token that a consequence most likely begins with; the last one where none looks like it. */
    private Token consequence(int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName("end") || startsLine(token) && (token.isName("answers") || token.isName("insert"))) {
                return token;
            }
        }
        return tokens.get(Math.max(0, tokens.size() - 2));
    }

    private boolean noEnd(String what) {
        for (int i = tokens.size() - 2; i >= 0 && i >= tokens.size() - 3; i--) {
            if (tokens.get(i).isName("end")) {
                return false;
            }
        }
        note(
                ProblemKind.MISSING_WORD,
                tokens.get(0),
                "这里开始的" + (what.equals("rule") ? "规则" : "声明") + "缺少 end；请在它的末尾单独写一行 end",
                "the " + what + " that begins here has no end; write end on a line of its own where it ends");
        return true;
    }

    /** What stands between the word rule and the conditions. */
    private boolean header(int end) {
        Token name = tokens.get(Math.min(1, tokens.size() - 1));
        if (name.kind() != Token.Kind.STRING) {
            note(
                    ProblemKind.SYNTAX,
                    name,
                    "规则名要放在英文双引号里：rule \"条款号 名称\"",
                    "a rule's name stands in double quotes: rule \"clause name\"");
            return true;
        }
        for (int i = 2; i + 1 < end; i++) {
            Token token = tokens.get(i);
            if (token.is("@")
                    && tokens.get(i + 1).isName()
                    && !tokens.get(i + 2).is("(")) {
                note(
                        ProblemKind.SYNTAX,
                        tokens.get(i + 1),
                        "注解要写括号：@" + tokens.get(i + 1).text() + "(\"…\")",
                        "an annotation has brackets: @" + tokens.get(i + 1).text() + "(\"…\")");
                return true;
            }
            if (token.isName()
                    && startsLine(token)
                    && tokens.get(i + 1).is("(")
                    && !ATTRIBUTES.contains(token.text())
                    && end < tokens.size()) {
                note(
                        ProblemKind.SYNTAX,
                        token,
                        "“" + token.text() + "”前面缺少 @；写成 @" + token.text() + "(\"…\")",
                        "there is no @ before \"" + token.text() + "\"; write @" + token.text() + "(\"…\")");
                return true;
            }
        }
        return false;
    }

    private boolean brackets(int from, int to) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (closing(token) != null) {
                open.push(token);
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (open.isEmpty() || !token.text().equals(closing(open.peek()))) {
                    if (open.isEmpty()) {
                        note(
                                ProblemKind.UNCLOSED,
                                token,
                                "多出一个“" + token.text() + "”；请检查括号是否成对",
                                "there is a \"" + token.text() + "\" too many; check that brackets match");
                    } else {
                        unclosed(open.peek());
                    }
                    return true;
                }
                open.pop();
            }
        }
        if (open.isEmpty()) {
            return false;
        }
        // The innermost one most likely: what was meant to close it closed none of those around it.
        unclosed(open.peek());
        return true;
    }

    private void unclosed(Token bracket) {
        note(
                ProblemKind.UNCLOSED,
                bracket,
                "这个“" + bracket.text() + "”没有配对的“" + closing(bracket) + "”；请补上",
                "this \"" + bracket.text() + "\" has no \"" + closing(bracket) + "\" to it; add it");
    }

    private static @Nullable String closing(Token token) {
        return token.is("(") ? ")" : token.is("[") ? "]" : token.is("{") ? "}" : null;
    }

    /** Conditions compare; a single equals sign does not. */
    private boolean equals(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.is("=")) {
                Token after = tokens.get(i + 1);
                boolean turned = after.is(">") || after.is("<") || after.is("!");
                note(
                        ProblemKind.SYNTAX,
                        token,
                        turned
                                ? "没有“=" + after.text() + "”这个比较符；请写 " + (after.is("!") ? "!" : after.text()) + "="
                                : "条件里判断相等要写两个等号：==（中间没有空格）；给值起名用冒号：$名字 : 字段",
                        turned
                                ? "there is no comparison \"=" + after.text() + "\"; write "
                                        + (after.is("!") ? "!" : after.text()) + "="
                                : "conditions compare with two equals signs, ==, without a space; a name is given with a colon");
                return true;
            }
        }
        return false;
    }
}
