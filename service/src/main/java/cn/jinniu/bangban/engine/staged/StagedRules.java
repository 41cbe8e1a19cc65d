package cn.jinniu.bangban.engine.staged;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.drools.base.RuleBase;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.KiePackage;

/** Compiled rules, in the order of reasoning. Immutable; many threads may decide by them at once. */
public final class StagedRules {
    private final RuleBase base;
    private final FactTypes types;
    private final int indexes;
    private final List<String> globals;
    private final Order order;
    private final List<Stage> stages;

    StagedRules(RuleBase base, FactTypes types, int indexes, List<String> globals, Order order, List<Stage> stages) {
        this.base = base;
        this.types = types;
        this.indexes = indexes;
        this.globals = globals;
        this.order = order;
        this.stages = stages;
    }

    /**
     * Plans how rules are matched.
     *
     * @param base what Drools compiled; rules of a higher salience reason before those of a lower one
     * @param circles the names of rules that give, directly or by way of others, what they read
     * @return null when some rule says what only Drools' network can decide
     */
    public static @Nullable StagedRules of(
            RuleBase base, Collection<? extends KiePackage> packages, Set<String> circles) {
        try {
            return new Planner(base, circles).plan(packages);
        } catch (NotStaged e) {
            return null;
        }
    }

    /**
     * Carries out all rules that match.
     *
     * @param begin is handed the place that facts are put in, puts in those of the request, and keeps it for those that
     *     rules add; gives what rules know beside facts, by name
     * @param parts begins a part of the decision that another thread may reason in; null for none
     * @return whether all went in order; when not, nothing that was answered counts
     * @throws RuleFailed when a rule cannot be matched or carried out
     * @throws PartFailed when that happened in a part: decided in one, it shows how
     */
    public boolean decide(
            Function<Consumer<Object>, Map<String, Object>> begin, @Nullable Supplier<? extends Part> parts) {
        Run run = new Run(base, new Memory(types, indexes), order);
        run.know(begin.apply(run::insert), globals);
        run.parts = parts;
        try {
            for (Stage stage : stages) {
                stage.decide(run);
            }
            return true;
        } catch (Order.OutOfOrder e) {
            return false;
        } catch (PartFailed e) {
            throw e;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // A consequence may throw what need not be declared here.
            StagedRule failed = run.current;
            throw new RuleFailed(failed == null ? "?" : failed.name(), e);
        }
    }
}
