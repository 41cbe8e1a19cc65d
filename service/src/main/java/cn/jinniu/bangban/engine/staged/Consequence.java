package cn.jinniu.bangban.engine.staged;

/** Calls a compiled consequence. Public for the classes that {@link Caller} writes, one for each; nobody else is one. */
public abstract class Consequence {
    /** @param arguments what it is called with, in its order; read before it is called, and not kept */
    public abstract void call(Object[] arguments);
}
