package cn.jinniu.bangban.engine.trace;

import java.util.List;

/**
 * A ruleset's rules taken apart.
 *
 * @param rules by their numbers
 * @param names what the rule files import
 */
public record Anatomy(List<RuleParts> rules, ImportedNames names) {}
