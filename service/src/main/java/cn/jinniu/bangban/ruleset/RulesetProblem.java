package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * Something wrong in a file that people write — under {@code rules/}, or a scenario — said so that its author can mend it.
 *
 * @param file path below its folder, with {@code /}
 * @param line line it is on, from 1; 0 when it is about the whole file
 * @param column column, from 1; 0 when it is about the whole line
 * @param length how many characters from there on are meant; 0 where that is not known
 * @param kind what kind of problem it is, and so whether it forbids the rules
 * @param message what is wrong and what to do about it
 */
public record RulesetProblem(String file, int line, int column, int length, ProblemKind kind, Text message) {
    public RulesetProblem {
        // A question asked in between ends its part of the sentence.
        message = new Text(message.zh().replace("？；", "？"), message.en().replace("?;", "?"));
    }

    /** Of no particular kind. */
    public RulesetProblem(String file, int line, int column, Text message) {
        this(file, line, column, 0, file.endsWith(".drl") ? ProblemKind.RULE_FILE : ProblemKind.PLAIN_FILE, message);
    }

    /** Whether the rules cannot be used because of it. */
    public boolean isError() {
        return kind.severity() == ProblemKind.Severity.ERROR;
    }

    /** Whether rules can be used in spite of these. */
    public static boolean allow(List<RulesetProblem> problems) {
        return problems.stream().noneMatch(RulesetProblem::isError);
    }
}
