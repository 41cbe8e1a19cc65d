package cn.jinniu.bangban.engine;

import java.util.Collection;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.definition.KiePackage;

/** Makes rule bases of compiled rules, whose classes go on seeing no more than they may. */
final class RuleBases {
    private RuleBases() {}

    static InternalRuleBase of(Collection<KiePackage> packages) {
        ClassLoader seen = new RuleClassLoader(RuleBases.class.getClassLoader());
        InternalRuleBase base = (InternalRuleBase)
                KnowledgeBaseFactory.newKnowledgeBase(RuleBaseFactory.newKnowledgeBaseConfiguration(null, seen));
        base.addPackages(packages);
        return base;
    }
}
