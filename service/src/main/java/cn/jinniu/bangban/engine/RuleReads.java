package cn.jinniu.bangban.engine;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What a rule reads: the types its patterns match.
 *
 * @param type the type as the rule names it
 * @param whole whether the rule needs all facts of the type to be there: it asks that there is none, or gathers them
 */
record RuleReads(String type, boolean whole) {

    static List<RuleReads> of(RuleDescr rule) {
        List<RuleReads> reads = new ArrayList<>();
        collect(rule.getLhs(), false, reads);
        return reads;
    }

    private static void collect(BaseDescr part, boolean whole, List<RuleReads> reads) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() == null) {
                reads.add(new RuleReads(pattern.getObjectType(), whole));
            } else {
                collect(pattern.getSource(), whole, reads);
            }
        } else if (part instanceof AccumulateDescr accumulate) {
            collect(accumulate.getInput(), true, reads);
        } else if (part instanceof CollectDescr gathered) {
            collect(gathered.getInputPattern(), true, reads);
        } else if (part instanceof NotDescr || part instanceof ForallDescr) {
            children(part, true, reads);
        } else if (part instanceof ExistsDescr) {
            children(part, whole, reads);
        } else if (part instanceof ConditionalElementDescr) {
            children(part, whole, reads);
        }
    }

    private static void children(BaseDescr part, boolean whole, List<RuleReads> reads) {
        for (BaseDescr child : ((ConditionalElementDescr) part).getDescrs()) {
            collect(child, whole, reads);
        }
    }
}
