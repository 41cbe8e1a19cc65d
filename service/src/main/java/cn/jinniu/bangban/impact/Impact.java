package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.facts.FactError;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Has requests decided by two rulesets side by side and tells what comes out otherwise, in the order of the requests,
 * whatever the machine. Memory does not grow with their number.
 */
public final class Impact {
    private static final int CASES_AT_A_TIME = 64;
    private static final int BATCHES_AT_A_TIME = 8;

    private final Side before;
    private final Side after;
    private final LocalDate day;
    private final DecisionComparison comparison;

    /** @param day the day to decide for where a request names none */
    public Impact(Side before, Side after, LocalDate day) {
        this.before = before;
        this.after = after;
        this.day = day;
        this.comparison = new DecisionComparison(before, after);
    }

    /** Where requests come from. */
    public interface Cases {
        /** @return the next one; null after the last */
        @Nullable
        Case next() throws IOException;
    }

    /** What is told as it is found. */
    public interface Listener {
        /** A request comes out otherwise. */
        void changed(ChangedCase one) throws IOException;

        /** So many more requests are done with. */
        default void progress(int requests) {}
    }

    /**
     * What one request comes to under both.
     *
     * @param found null when nothing comes out otherwise
     */
    public record Result(@Nullable ChangedCase found, boolean decidedByBoth) {}

    /**
     * Compares all.
     *
     * @param workers decide side by side
     * @return what changes, in numbers
     * @throws IOException of the requests or of the listener
     */
    public ImpactSummary of(Cases cases, ExecutorService workers, Listener listener)
            throws IOException, InterruptedException {
        ImpactSummary summary = new ImpactSummary();
        Deque<Future<List<Result>>> under = new ArrayDeque<>();
        List<Case> batch = new ArrayList<>();
        for (Case next = cases.next(); next != null; next = cases.next()) {
            batch.add(next);
            if (batch.size() == CASES_AT_A_TIME) {
                under.add(submit(batch, workers));
                batch = new ArrayList<>();
                if (under.size() == BATCHES_AT_A_TIME) {
                    take(under.remove(), summary, listener);
                }
            }
        }
        under.add(submit(batch, workers));
        while (!under.isEmpty()) {
            take(under.remove(), summary, listener);
        }
        return summary;
    }

    private Future<List<Result>> submit(List<Case> batch, ExecutorService workers) {
        return workers.submit(() -> batch.stream().map(this::compare).toList());
    }

    private static void take(Future<List<Result>> batch, ImpactSummary summary, Listener listener)
            throws IOException, InterruptedException {
        List<Result> results;
        try {
            results = batch.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("requests could not be compared", e.getCause());
        }
        for (Result result : results) {
            ChangedCase found = result.found();
            if (found == null) {
                summary.unchanged(result.decidedByBoth());
            } else {
                summary.changed(found, result.decidedByBoth());
                listener.changed(found);
            }
        }
        listener.progress(results.size());
    }

    private Result compare(Case one) {
        byte[] json = one.json();
        if (json == null) {
            return new Result(null, false);
        }
        return compare(one, before.desk().answer(json, day), after.desk().answer(json, day));
    }

    /**
     * Compares answers to one request that were found already.
     *
     * @param old by the ruleset before
     * @param now by the ruleset after
     */
    public Result compare(Case one, Answer old, Answer now) {
        if (old instanceof Answer.Decided was && now instanceof Answer.Decided is) {
            List<Change> changes = comparison.compare(was.decision(), is.decision());
            return new Result(
                    changes.isEmpty()
                            ? null
                            : new ChangedCase(
                                    one.source(),
                                    one.line(),
                                    one.title(),
                                    is.decision().asOf(),
                                    changes),
                    true);
        }
        String outcomeBefore = outcome(old);
        String outcomeAfter = outcome(now);
        return new Result(
                outcomeBefore.equals(outcomeAfter)
                        ? null
                        : new ChangedCase(
                                one.source(),
                                one.line(),
                                one.title(),
                                null,
                                List.of(DecisionComparison.ofRequest(outcomeBefore, outcomeAfter))),
                false);
    }

    /** What becomes of a request, for programs: DECIDED, NOT_JSON, FAILED with the rule, REFUSED with all errors. */
    private static String outcome(Answer answer) {
        if (answer instanceof Answer.Decided) {
            return "DECIDED";
        } else if (answer instanceof Answer.NotJson) {
            return "NOT_JSON";
        } else if (answer instanceof Answer.Failed failed) {
            return "FAILED: " + failed.cause().rule();
        }
        StringBuilder errors = new StringBuilder("REFUSED:");
        for (FactError error : ((Answer.Refused) answer).errors()) {
            errors.append(' ').append(error.pointer()).append(' ').append(error.code());
        }
        return errors.toString();
    }
}
