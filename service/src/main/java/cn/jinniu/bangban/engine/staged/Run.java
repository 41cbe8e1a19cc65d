package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.Meter;
import java.util.List;
import java.util.Map;
import org.drools.base.RuleBase;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.accessor.GlobalResolver;
import org.drools.core.common.DefaultFactHandle;
import org.drools.kiesession.consequence.DefaultKnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** One decision under way: its facts, and what rules know beside them. For one thread. */
final class Run extends DefaultKnowledgeHelper implements ValueResolver, GlobalResolver {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ARGUMENTS = 16;

    private final transient RuleBase base;
    final transient Memory memory;

    /** What counts it; null where nothing does. */
    @Nullable
    final transient Meter meter = Meter.current();

    private transient Map<String, Object> globals = Map.of();
    private final transient Order order;
    private final transient DefaultFactHandle shown = new DefaultFactHandle(null);
    private transient Object[] numbered = {};
    private final transient Object[][] arguments = new Object[MOST_ARGUMENTS + 1][];
    /** Before any, while the facts of the request are put in. */
    private int stage = Integer.MIN_VALUE;

    @Nullable
    transient Window window;

    /** The rule that is matched or fires. */
    @Nullable
    transient StagedRule current;

    Run(RuleBase base, Memory memory, Order order) {
        this.base = base;
        this.memory = memory;
        this.order = order;
    }

    /**
     * Takes what rules know beside facts.
     *
     * @param names the names by which consequences ask for it, each at its number
     */
    void know(Map<String, Object> known, List<String> names) {
        globals = known;
        numbered = new Object[names.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = known.get(names.get(i));
        }
    }

    /** A fact as Drools' conditions want it handed to them, until the next is shown. */
    DefaultFactHandle shown(Held held) {
        shown.setObject(held.fact);
        return shown;
    }

    /** Room for what a consequence is called with; used again for the next, which one never calls. */
    Object[] arguments(int count) {
        if (count > MOST_ARGUMENTS) {
            return new Object[count];
        }
        Object[] room = arguments[count];
        if (room == null) {
            room = new Object[count];
            arguments[count] = room;
        }
        return room;
    }

    Object global(int number) {
        return numbered[number];
    }

    void begin(int next) {
        stage = next;
    }

    /** A rule adds a fact, or the request has one. */
    @Override
    public @Nullable FactHandle insert(Object fact) {
        order.check(memory.add(fact), stage);
        return null;
    }

    @Override
    public @Nullable Object resolveGlobal(String name) {
        return globals.get(name);
    }

    @Override
    public @Nullable Object getGlobal(String name) {
        return globals.get(name);
    }

    @Override
    public GlobalResolver getGlobalResolver() {
        return this;
    }

    @Override
    public RuleBase getRuleBase() {
        return base;
    }

    @Override
    public long getCurrentTime() {
        throw new UnsupportedOperationException("a decision knows no clock");
    }

    @Override
    public void setGlobal(String name, Object value) {
        throw new UnsupportedOperationException("rules do not change what they are given");
    }

    @Override
    public void removeGlobal(String name) {
        throw new UnsupportedOperationException("rules do not change what they are given");
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("rules do not change what they are given");
    }
}
