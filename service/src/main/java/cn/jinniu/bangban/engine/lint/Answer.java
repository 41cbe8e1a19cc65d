package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a consequence gives: {@code answers.owe( "…" )} and what is said behind it.
 *
 * @param verb owe, determine or alert
 * @param code the code; null where it is worked out
 * @param codeStart offset of the code in the file, or of what stands for it
 * @param said what follows, each call with its arguments
 * @param kept whether it is kept in a variable, and so may be completed elsewhere
 */
record Answer(String verb, @Nullable String code, int codeStart, int start, List<Word> said, boolean kept) {
    /**
     * A call behind it.
     *
     * @param arguments as written
     * @param start offset of the name in the file
     */
    record Word(String name, String arguments, int start, int argumentsStart) {}

    @Nullable
    Word word(String name) {
        return said.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean says(String name) {
        return word(name) != null;
    }

    /** What it says beside what it is about, in words that do not depend on white space. */
    String content() {
        StringBuilder all = new StringBuilder();
        said.forEach(word ->
                all.append('.').append(word.name()).append(word.arguments().replaceAll("\\s", "")));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** All answers in a piece of Java that begins at an offset of the file. */
    static List<Answer> in(String code, int base) {
        List<Answer> answers = new ArrayList<>();
        List<Token> tokens = Tokens.of(code);
        for (int i = 0; i + 5 < tokens.size(); i++) {
            if (!tokens.get(i).isName("answers")
                    || !tokens.get(i + 1).is(".")
                    || !tokens.get(i + 3).is("(")) {
                continue;
            }
            String verb = tokens.get(i + 2).text();
            if (!verb.equals("owe") && !verb.equals("determine") && !verb.equals("alert")) {
                continue;
            }
            Token first = tokens.get(i + 4);
            boolean plain =
                    first.kind() == Token.Kind.STRING && tokens.get(i + 5).is(")");
            int at = closing(tokens, i + 3) + 1;
            List<Word> said = new ArrayList<>();
            while (at + 2 < tokens.size()
                    && tokens.get(at).is(".")
                    && tokens.get(at + 2).is("(")) {
                int end = closing(tokens, at + 2);
                int from = tokens.get(at + 2).start() + 1;
                said.add(new Word(
                        tokens.get(at + 1).text(),
                        code.substring(from, Math.max(from, tokens.get(end).start())),
                        base + tokens.get(at + 1).start(),
                        base + from));
                at = end + 1;
            }
            boolean kept = i > 0
                    && (tokens.get(i - 1).is("=")
                            || tokens.get(i - 1).isName("return")
                            || tokens.get(i - 1).is("("));
            answers.add(new Answer(
                    verb,
                    plain ? first.text().substring(1, first.text().length() - 1) : null,
                    base + first.start(),
                    base + tokens.get(i).start(),
                    List.copyOf(said),
                    kept));
        }
        return answers;
    }

    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
            } else if (tokens.get(i).is(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
