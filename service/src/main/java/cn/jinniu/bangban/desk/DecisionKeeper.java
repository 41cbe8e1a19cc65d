package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.text.Text;

/** Keeps decisions before anybody is told of them. Safe for many threads. */
@FunctionalInterface
public interface DecisionKeeper {
    /** Keeps nothing, and lets everything be told. */
    DecisionKeeper NONE = served -> () -> {};

    /**
     * Begins to keep a decision. It must not be told before the {@link Keeping} was waited for.
     *
     * @throws NotKept when it cannot be kept now
     */
    Keeping keep(Served served) throws NotKept;

    /** A decision on its way to where it is kept. */
    @FunctionalInterface
    interface Keeping {
        /**
         * Waits until the decision is kept for good.
         *
         * @throws NotKept when that is not certain
         */
        void await() throws NotKept;
    }

    /** A decision is not kept, so it must not be told. */
    final class NotKept extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        public NotKept(Text reason) {
            super(reason.en(), null, false, false);
            this.reason = reason;
        }

        public Text reason() {
            return reason;
        }
    }
}
