package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a rule file says that a rule may not say, each with its place. */
final class Findings {
    private final String path;
    private final String text;
    private final Set<RulesetProblem> problems = new LinkedHashSet<>();

    Findings(String path, String text) {
        this.path = path;
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Adds one.
     *
     * @param offset where in the file; negative where that is not known
     */
    void add(int offset, String zh, String en) {
        add(offset, 0, ProblemKind.NOT_ALLOWED, zh, en);
    }

    /** Adds one of a kind, about so many characters. */
    void add(int offset, int length, ProblemKind kind, String zh, String en) {
        if (offset < 0) {
            problems.add(new RulesetProblem(path, 0, 0, 0, kind, new Text(zh, en)));
            return;
        }
        int end = Math.min(offset, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        problems.add(new RulesetProblem(path, line, end - lineStart + 1, length, kind, new Text(zh, en)));
    }

    /** Adds one to a line whose column is not known. */
    void addOnLine(int line, String zh, String en) {
        problems.add(new RulesetProblem(path, Math.max(0, line), 0, 0, ProblemKind.NOT_ALLOWED, new Text(zh, en)));
    }

    /** Where a piece stands at or after a place; that place where it is not found. */
    int find(String piece, int from) {
        int start = Math.max(0, from);
        int found = text.indexOf(piece, start);
        return found < 0 ? start : found;
    }

    /** Where a name stands as a word of its own, at or after a place; that place where it is not found. */
    int findWord(String name, int from) {
        int start = Math.max(0, from);
        for (int at = text.indexOf(name, start); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return at;
            }
        }
        return start;
    }

    /** How many there are so far. */
    int count() {
        return problems.size();
    }

    List<RulesetProblem> all() {
        return new ArrayList<>(problems);
    }
}
