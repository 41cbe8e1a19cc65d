package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;

/**
 * Something wrong in a file that people write — under {@code rules/}, or a scenario — said so that its author can mend it.
 *
 * @param file path below its folder, with {@code /}
 * @param line line it is on, from 1; 0 when it is about the whole file
 * @param column column, from 1; 0 when it is about the whole line
 * @param message what is wrong and what to do about it
 */
public record RulesetProblem(String file, int line, int column, Text message) {}
