package cn.jinniu.bangban.engine.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps code to what a compiler gets through: some shapes take it time or stack that grow without bound. */
final class CodeSize {
    private static final int LONGEST = 30_000;
    private static final int MOST_WORDS_OF_A_STATEMENT = 1_500;
    /** Each level within the last multiplies what the compiler tries, to find the types. */
    private static final int DEEPEST_LAMBDA = 3;

    private static final int DEEPEST_CALL = 12;
    private static final int MOST_CHOICES = 60;

    private CodeSize() {}

    /** Whether it is of a reasonable size; adds what is not. */
    static boolean check(String code, List<Token> tokens, int base, Findings findings) {
        int before = findings.count();
        if (code.length() > LONGEST) {
            int start = code.length() - code.stripLeading().length();
            findings.add(
                    base + start,
                    "代码太长（" + code.length() + " 字，上限 " + LONGEST + "）；请拆成几条规则",
                    "the code is too long (" + code.length() + " characters, the limit is " + LONGEST
                            + "); make several rules of it");
            return false;
        }
        statements(tokens, base, findings);
        nesting(tokens, base, findings);
        return findings.count() == before;
    }

    private static void statements(List<Token> tokens, int base, Findings findings) {
        int words = 0;
        int choices = 0;
        for (Token token : tokens) {
            boolean ends = token.is(";") || token.is("{") || token.is("}");
            words = ends ? 0 : words + 1;
            choices = ends ? 0 : choices + (token.is("?") ? 1 : 0);
            if (words > MOST_WORDS_OF_A_STATEMENT || choices > MOST_CHOICES) {
                findings.add(
                        base + token.start(),
                        "这一句代码太长；请拆成几句，或者写成函数",
                        "this statement is too long; make several of it, or a function");
                return;
            }
        }
    }

    private static void nesting(List<Token> tokens, int base, Findings findings) {
        Deque<Boolean> lambdaWithin = new ArrayDeque<>();
        Deque<Boolean> call = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                lambdaWithin.push(false);
                call.push(token.is("(") && i > 0 && tokens.get(i - 1).isName());
            } else if ((token.is(")") || token.is("]") || token.is("}")) && !call.isEmpty()) {
                lambdaWithin.pop();
                call.pop();
            } else if (token.is("->") && !call.isEmpty()) {
                lambdaWithin.pop();
                lambdaWithin.push(true);
            }
            if (count(lambdaWithin) > DEEPEST_LAMBDA || count(call) > DEEPEST_CALL) {
                findings.add(
                        base + token.start(),
                        "-> 或函数调用一层套一层太多；请分成几句",
                        "there are too many -> or calls one within the other; make several statements of it");
                return;
            }
        }
    }

    private static long count(Deque<Boolean> levels) {
        return levels.stream().filter(level -> level).count();
    }
}
