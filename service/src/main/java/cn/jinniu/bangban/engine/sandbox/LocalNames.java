package cn.jinniu.bangban.engine.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables that a piece of Java declares: locals, parameters of lambdas, what patterns bind. */
final class LocalNames {
    private static final Set<String> NO_TYPES = Set.of("return", "throw", "else", "new", "case", "yield", "do", "in");

    private LocalNames() {}

    static Set<String> of(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token after = tokens.get(i + 1);
            if (token.isName()) {
                if (after.is("->") || i > 0 && endsType(tokens.get(i - 1)) && !after.is("(") && !after.is(".")) {
                    names.add(token.text());
                }
            } else if (token.is(")") && after.is("->")) {
                parameters(tokens, i, names);
            }
        }
        return names;
    }

    private static boolean endsType(Token token) {
        return token.isName() && !NO_TYPES.contains(token.text()) || token.is(">") || token.is("]");
    }

    private static void parameters(List<Token> tokens, int closing, Set<String> names) {
        for (int i = closing - 1; i >= 0 && !tokens.get(i).is("("); i--) {
            if (tokens.get(i).isName()) {
                names.add(tokens.get(i).text());
            }
        }
    }
}
