package cn.jinniu.bangban.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * Sessions of one rule base. A session that was used before is emptied and used again; making a new one costs as much as a
 * small decision.
 *
 * <p>Once retired, the pool lets go of its sessions as soon as the last decision under way is made — shutting it down
 * earlier would break those — and whoever still comes gets a session of its own.
 */
final class SessionPool {
    /** Set in {@link #state} once the pool is retired; the rest of it counts the sessions in use. */
    private static final int RETIRED = 1 << 30;

    private final KieBase base;
    private final KieSessionsPool pool;
    private final AtomicInteger state = new AtomicInteger();

    SessionPool(KieBase base) {
        this.base = base;
        this.pool = base.newKieSessionsPool(Runtime.getRuntime().availableProcessors());
    }

    /** A session to make one decision with. */
    final class Lease implements AutoCloseable {
        private final KieSession session;
        private final boolean pooled;

        private Lease(KieSession session, boolean pooled) {
            this.session = session;
            this.pooled = pooled;
        }

        KieSession session() {
            return session;
        }

        @Override
        public void close() {
            try {
                session.dispose();
            } finally {
                if (pooled) {
                    giveBack();
                }
            }
        }
    }

    Lease take() {
        // Only who counts himself in before the pool is retired may use it; it is shut down when he has counted himself
        // out.
        int before = state.getAndUpdate(now -> now < RETIRED ? now + 1 : now);
        return before < RETIRED ? new Lease(pool.newKieSession(), true) : new Lease(base.newKieSession(), false);
    }

    /** Lets go of the pooled sessions, now or when the last one in use is given back. May be called again. */
    void retire() {
        int before = state.getAndUpdate(now -> now | RETIRED);
        if (before == 0) {
            pool.shutdown();
        }
    }

    private void giveBack() {
        if (state.decrementAndGet() == RETIRED) {
            pool.shutdown();
        }
    }
}
