package cn.jinniu.bangban.engine.staged;

import org.drools.core.common.InternalFactHandle;
import org.drools.core.reteoo.LeftTuple;
import org.drools.core.reteoo.Sink;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** A row as one of Drools' network, which leads nowhere. */
final class InNetwork extends LeftTuple {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Row row;

    private InNetwork(@Nullable Row row, @Nullable InternalFactHandle first) {
        super(first, (Sink) null, false);
        this.row = row;
    }

    private InNetwork(@Nullable Row row, @Nullable InternalFactHandle handle, LeftTuple before) {
        super(handle, before, (Sink) null);
        this.row = row;
    }

    static LeftTuple of(@Nullable Row row) {
        InNetwork tuple = new InNetwork(row, Row.handle(row, 0));
        for (int i = 1; i <= (row == null ? 0 : row.getIndex()); i++) {
            tuple = new InNetwork(row, Row.handle(row, i), tuple);
        }
        return tuple;
    }

    @Override
    public FactHandle[] toFactHandles() {
        return row == null ? new FactHandle[0] : row.toFactHandles();
    }

    @Override
    public Object[] toObjects(boolean reversed) {
        return row == null ? new Object[0] : row.toObjects(reversed);
    }
}
