package cn.jinniu.bangban.engine;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Sessions of one rule base to decide in. One that was used before is emptied and used again, for making a new one costs
 * as much as a small decision; one in which a rule failed or was stopped is thrown away with whatever it was in the
 * middle of, which Drools' own pool would keep.
 *
 * <p>Once retired, sessions are let go of as they come back, and whoever still asks gets one of his own.
 */
final class Sessions {
    private final KieBase base;
    /** What came back last, which the processor still has at hand, goes first. */
    private final Deque<StatefulKnowledgeSessionImpl> idle = new ConcurrentLinkedDeque<>();

    private volatile boolean retired;

    Sessions(KieBase base) {
        this.base = base;
    }

    /**
     * Does something in an empty session.
     *
     * @throws EvaluationFailed where a rule fails or is stopped
     */
    <T> T use(Function<KieSession, T> doing) {
        StatefulKnowledgeSessionImpl waiting = idle.pollFirst();
        StatefulKnowledgeSessionImpl session =
                waiting == null ? (StatefulKnowledgeSessionImpl) base.newKieSession() : waiting;
        T done;
        try {
            done = doing.apply(session);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            EvaluationFailed told = EvaluationFailed.of(failed, session);
            session.dispose();
            throw told;
        }
        session.reset();
        idle.addFirst(session);
        if (retired) {
            letGo();
        }
        return done;
    }

    /** Lets go of idle sessions, now and whenever one comes back. May be called again. */
    void retire() {
        retired = true;
        letGo();
    }

    private void letGo() {
        for (StatefulKnowledgeSessionImpl session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.dispose();
        }
    }
}
