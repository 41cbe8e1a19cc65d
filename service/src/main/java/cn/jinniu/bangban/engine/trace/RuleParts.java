package cn.jinniu.bangban.engine.trace;

import cn.jinniu.bangban.engine.RuleInfo;
import java.util.List;

/**
 * A rule taken apart, as it is written.
 *
 * @param number its place among the ruleset's rules
 * @param info its name, clause, file and line
 * @param conditions what must hold, in order
 * @param consequence what it does, as Java text
 */
public record RuleParts(int number, RuleInfo info, List<Condition> conditions, String consequence) {}
