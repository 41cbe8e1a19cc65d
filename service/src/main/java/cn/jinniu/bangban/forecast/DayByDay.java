package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.Ruleset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Decides on every day of a horizon: some days at a time side by side, told in order. */
final class DayByDay {
    /** Enough to keep all workers busy; each holds a whole decision. */
    private static final int DAYS_AT_A_TIME = 16;

    private final Ruleset ruleset;
    private final ExecutorService workers;

    DayByDay(Ruleset ruleset, ExecutorService workers) {
        this.ruleset = ruleset;
        this.workers = workers;
    }

    /**
     * @param told each day's decision, on the caller's thread
     * @throws cn.jinniu.bangban.engine.EvaluationFailed when a rule cannot be carried out on one of the days
     */
    void decide(Horizon horizon, Consumer<Decision> told) {
        LocalDate day = horizon.facts().asOf();
        while (!day.isAfter(horizon.until())) {
            List<Future<Decision>> some = new ArrayList<>();
            while (some.size() < DAYS_AT_A_TIME && !day.isAfter(horizon.until())) {
                LocalDate each = day;
                some.add(workers.submit(() -> ruleset.decide(horizon.on(each))));
                day = day.plusDays(1);
            }
            try {
                for (Future<Decision> decision : some) {
                    told.accept(await(decision));
                }
            } finally {
                some.forEach(decision -> decision.cancel(false));
            }
        }
    }

    private static Decision await(Future<Decision> decision) {
        try {
            return decision.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking ahead", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
