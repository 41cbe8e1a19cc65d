package cn.jinniu.bangban.engine;

import java.util.List;
import org.kie.api.KieBase;

/**
 * Compiled rules.
 *
 * @param base what Drools made of them
 * @param rules the rules, by the number woven into each
 */
record RuleBase(KieBase base, List<RuleInfo> rules) {}
