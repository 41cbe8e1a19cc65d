package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether the brackets and quotes of a piece of Java match; where they do not, nothing else of it can be told. */
final class Brackets {
    private Brackets() {}

    static boolean match(String code) {
        Deque<String> open = new ArrayDeque<>();
        for (Token token : Tokens.of(code)) {
            if (token.kind() == Token.Kind.UNFINISHED) {
                return false;
            }
            if (token.is("(")) {
                open.push(")");
            } else if (token.is("[")) {
                open.push("]");
            } else if (token.is("{")) {
                open.push("}");
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (open.isEmpty() || !open.pop().equals(token.text())) {
                    return false;
                }
            }
        }
        return open.isEmpty();
    }
}
