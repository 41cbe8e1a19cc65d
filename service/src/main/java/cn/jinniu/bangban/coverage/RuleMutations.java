package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.coverage.Mutation.Kind;
import cn.jinniu.bangban.engine.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changes to try in a rule file: each comparison turned or moved by one, each number moved by one, each element of a
 * list and each condition taken out, each negation undone. Some of them do not compile; that shows when they are tried.
 */
final class RuleMutations {
    private static final Pattern RULE = Pattern.compile("(?s)\\bwhen\\b(.*?)\\bthen\\b(.*?)\\n[ \\t]*end\\b");
    private static final Pattern COMPARISON = Pattern.compile("(?<=\\s)(?:==|!=|<=|>=|<|>)(?=\\s)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$])\\d+(?![\\w.])");
    private static final Pattern LIST = Pattern.compile("(?:\\bin\\s*|\\b(?:List|Set)\\.of)\\(([^()]*)\\)");
    private static final Pattern NOT_IN = Pattern.compile("\\bnot\\s+in\\b");
    private static final Pattern IN = Pattern.compile("(?<!\\bnot\\s)\\bin\\b(?=\\s*\\()");
    private static final Pattern NOT = Pattern.compile("\\bnot\\b(?!\\s+in\\b)");
    private static final Pattern EXISTS = Pattern.compile("\\bexists\\b");
    private static final Pattern BANG = Pattern.compile("!(?=[\\w$(])");
    private static final Pattern AND_OR = Pattern.compile("&&|\\|\\|");
    private static final Pattern FACT = Pattern.compile("(?<![.\\w$])(?<!\\bnew\\s)[A-Z]\\w*\\s*\\(");
    private static final Pattern BINDING = Pattern.compile("\\s*\\$\\w+\\s*:\\s*[\\w.]+\\s*");

    private static final Map<String, String> OTHER_COMPARISON =
            Map.of("==", "!=", "!=", "==", "<", "<=", "<=", "<", ">", ">=", ">=", ">");

    private final String file;
    private final String text;
    /** The text with comments and literals blanked out, so that nothing in them is taken for more than it is. */
    private final String code;

    private final List<Mutation> found = new ArrayList<>();

    private RuleMutations(String file, String text) {
        this.file = file;
        this.text = text;
        this.code = JavaText.withoutCommentsAndStrings(text);
    }

    static List<Mutation> of(String file, String text) {
        RuleMutations mutations = new RuleMutations(file, text);
        Matcher rule = RULE.matcher(mutations.code);
        while (rule.find()) {
            mutations.anywhere(rule.start(1), rule.end(2));
            mutations.conditions(rule.start(1), rule.end(1));
        }
        return List.copyOf(mutations.found);
    }

    private void anywhere(int from, int to) {
        for (MatchResult at : all(COMPARISON, from, to)) {
            add(Kind.COMPARISON, at.start(), at.end(), Objects.requireNonNull(OTHER_COMPARISON.get(at.group())));
        }
        for (MatchResult at : all(NUMBER, from, to)) {
            add(Kind.LIMIT, at.start(), at.end(), next(at.group()));
        }
        for (MatchResult at : all(LIST, from, to)) {
            withoutEach(Kind.LIST, at.start(1), at.end(1), false);
        }
        replace(NOT_IN, Kind.NEGATION, "in", from, to);
        replace(IN, Kind.NEGATION, "not in", from, to);
        replace(NOT, Kind.NEGATION, "exists", from, to);
        replace(EXISTS, Kind.NEGATION, "not", from, to);
        replace(BANG, Kind.NEGATION, "", from, to);
        for (MatchResult at : all(AND_OR, from, to)) {
            add(Kind.CONNECTIVE, at.start(), at.end(), at.group().equals("&&") ? "||" : "&&");
        }
    }

    private void conditions(int from, int to) {
        for (MatchResult fact : all(FACT, from, to)) {
            int close = closing(fact.end() - 1, to);
            if (close > 0) {
                withoutEach(Kind.CONDITION, fact.end(), close, true);
            }
        }
    }

    private static String next(String number) {
        return new java.math.BigInteger(number).add(java.math.BigInteger.ONE).toString();
    }

    /** Takes each part between commas out, with one comma; a part that only names a value is none of the conditions. */
    private void withoutEach(Kind kind, int from, int to, boolean mayBeLast) {
        List<Integer> commas = commas(from, to);
        if (commas.isEmpty() && !mayBeLast) {
            return;
        }
        for (int part = 0; part <= commas.size(); part++) {
            int start = part == 0 ? from : commas.get(part - 1);
            int end = part == commas.size() ? to : commas.get(part);
            String content = code.substring(part == 0 ? start : start + 1, end);
            boolean condition = !content.isBlank() && !BINDING.matcher(content).matches();
            if (kind == Kind.LIST || condition) {
                add(kind, start, part == 0 && !commas.isEmpty() ? end + 1 : end, "");
            }
        }
    }

    private List<Integer> commas(int from, int to) {
        List<Integer> commas = new ArrayList<>();
        int depth = 0;
        for (int at = from; at < to; at++) {
            char c = code.charAt(at);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                commas.add(at);
            }
        }
        return commas;
    }

    private int closing(int open, int to) {
        int depth = 0;
        for (int at = open; at < to; at++) {
            char c = code.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private List<MatchResult> all(Pattern pattern, int from, int to) {
        return pattern.matcher(code)
                .region(from, to)
                .useTransparentBounds(true)
                .results()
                .toList();
    }

    private void replace(Pattern pattern, Kind kind, String after, int from, int to) {
        all(pattern, from, to).forEach(at -> add(kind, at.start(), at.end(), after));
    }

    private void add(Kind kind, int start, int end, String after) {
        found.add(Mutation.of(file, text, kind, start, end, after));
    }
}
