package cn.jinniu.bangban.engine.lint;

import org.jspecify.annotations.Nullable;

/**
 * One of the conditions that a pattern lists.
 *
 * @param text as written
 * @param start offset in the file
 * @param expression null where it is not understood
 */
record Constraint(String text, int start, @Nullable Expr expression) {
    int end() {
        return start + text.length();
    }
}
