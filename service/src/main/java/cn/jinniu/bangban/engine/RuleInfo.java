package cn.jinniu.bangban.engine;

import java.io.Serializable;

/**
 * A rule of a ruleset.
 *
 * @param name its name
 * @param clause the clause it carries out
 * @param file path of its file below the rules folder
 * @param line line its text begins on, from 1
 */
public record RuleInfo(String name, String clause, String file, int line) implements Serializable {}
