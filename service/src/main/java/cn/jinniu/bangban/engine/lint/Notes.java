package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found in one file, each with the place it stands at. */
final class Notes {
    private final String path;
    private final String text;
    private final Set<RulesetProblem> problems = new LinkedHashSet<>();

    Notes(String path, String text) {
        this.path = path;
        this.text = text;
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    /** Adds one about the characters from an offset (inclusive) to another (exclusive). */
    void add(ProblemKind kind, int start, int end, String zh, String en) {
        int from = Math.max(0, Math.min(start, text.length()));
        int lineStart = text.lastIndexOf('\n', from - 1) + 1;
        int lineEnd = text.indexOf('\n', from);
        int to = Math.min(end, lineEnd < 0 ? text.length() : lineEnd);
        problems.add(new RulesetProblem(
                path, lineOf(from), from - lineStart + 1, Math.max(1, to - from), kind, new Text(zh, en)));
    }

    /** The line of an offset, from 1. */
    int lineOf(int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    List<RulesetProblem> all() {
        return new ArrayList<>(problems);
    }
}
