package cn.jinniu.bangban.engine;

import java.util.List;
import java.util.Set;
import org.kie.api.KieBase;

/**
 * Compiled rules.
 *
 * @param base what Drools made of them
 * @param rules the rules, by the number woven into each
 * @param circles names of the rules that give, directly or by way of others, what they read
 */
record RuleBase(KieBase base, List<RuleInfo> rules, Set<String> circles) {}
