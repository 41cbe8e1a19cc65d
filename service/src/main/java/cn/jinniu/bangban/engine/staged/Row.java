package cn.jinniu.bangban.engine.staged;

import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.core.common.DefaultFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** The facts that match a rule's conditions so far, the last of them at the head. Immutable. */
final class Row implements BaseTuple {
    private final @Nullable Row before;
    private final int index;
    private final Held held;

    /** @param index where Drools' conditions look for the fact */
    Row(@Nullable Row before, int index, Held held) {
        this.before = before;
        this.index = index;
        this.held = held;
    }

    private @Nullable Row at(int wanted) {
        Row row = this;
        while (row != null && row.index != wanted) {
            row = row.before;
        }
        return row;
    }

    /** The fact at a place; null where there is none. */
    static @Nullable Object fact(@Nullable Row row, int wanted) {
        Row found = row == null ? null : row.at(wanted);
        return found == null ? null : found.held.fact;
    }

    /** What is at a place; null where nothing is. */
    static @Nullable DefaultFactHandle handle(@Nullable Row row, int wanted) {
        Row found = row == null ? null : row.at(wanted);
        return found == null ? null : found.held.handle();
    }

    @Override
    public @Nullable FactHandle get(int wanted) {
        Row row = at(wanted);
        return row == null ? null : row.held.handle();
    }

    @Override
    public @Nullable FactHandle get(Declaration declaration) {
        return get(declaration.getTupleIndex());
    }

    @Override
    public FactHandle getFactHandle() {
        return held.handle();
    }

    @Override
    public @Nullable Object getObject(int wanted) {
        return fact(this, wanted);
    }

    @Override
    public @Nullable Object getObject(Declaration declaration) {
        return fact(this, declaration.getTupleIndex());
    }

    @Override
    public int size() {
        return index + 1;
    }

    @Override
    public @Nullable Object[] toObjects() {
        return toObjects(false);
    }

    @Override
    public @Nullable Object[] toObjects(boolean reversed) {
        @Nullable Object[] objects = new Object[index + 1];
        for (Row row = this; row != null; row = row.before) {
            objects[reversed ? index - row.index : row.index] = row.held.fact;
        }
        return objects;
    }

    @Override
    public @Nullable FactHandle[] toFactHandles() {
        @Nullable FactHandle[] handles = new FactHandle[index + 1];
        for (Row row = this; row != null; row = row.before) {
            handles[row.index] = row.held.handle();
        }
        return handles;
    }

    @Override
    public @Nullable BaseTuple getParent() {
        return before;
    }

    @Override
    public @Nullable BaseTuple getTuple(int wanted) {
        return at(wanted);
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public @Nullable Object getContextObject() {
        return null;
    }

    @Override
    public BaseTuple skipEmptyHandles() {
        return this;
    }
}
