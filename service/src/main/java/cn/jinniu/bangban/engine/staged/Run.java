package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.Meter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
    final transient Meter meter;

    private transient Map<String, Object> globals = Map.of();
    private final transient Order order;
    private final transient DefaultFactHandle shown = new DefaultFactHandle(null);
    private transient Object[] numbered = {};
    private final transient Object[][] arguments = new Object[MOST_ARGUMENTS + 1][];
    /** Before any, while the facts of the request are put in. */
    private int stage = Integer.MIN_VALUE;

    /** The names of what is in {@link #numbered}. */
    private transient List<String> names = List.of();

    /** Begins a part of the decision; null where nobody else reasons. */
    @Nullable
    transient Supplier<? extends Part> parts;

    private final transient @Nullable Part part;

    @Nullable
    transient Window window;

    /** The rule that is matched or fires. */
    @Nullable
    transient StagedRule current;

    Run(RuleBase base, Memory memory, Order order) {
        this.base = base;
        this.memory = memory;
        this.order = order;
        this.meter = Meter.current();
        this.part = null;
    }

    /** A part of another, which looks at the same facts. */
    Run(Run whole, Part part) {
        this.base = whole.base;
        this.memory = whole.memory;
        this.order = whole.order;
        this.meter = whole.meter == null ? null : whole.meter.part();
        this.part = part;
        know(part.known(), whole.names);
    }

    /**
     * Takes what rules know beside facts.
     *
     * @param inOrder the names by which consequences ask for it, each at its number
     */
    void know(Map<String, Object> known, List<String> inOrder) {
        globals = known;
        names = inOrder;
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
        if (part == null) {
            int[] types = memory.types(fact);
            order.check(types, stage);
            memory.add(fact, types);
        } else {
            part.add(fact);
        }
        return null;
    }

    /** Does something that this run's meter counts. */
    void measured(Runnable doing) {
        if (meter == null) {
            doing.run();
        } else {
            meter.measure(() -> {
                doing.run();
                return null;
            });
        }
    }

    /** Has the whole decision take over what came of this part. */
    void takeOver(Run whole) {
        if (meter != null) {
            Objects.requireNonNull(whole.meter).takeOver(meter);
        }
        Objects.requireNonNull(part).takeOver(whole::insert);
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
