package cn.jinniu.bangban.engine.staged;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded;
import cn.jinniu.bangban.vocabulary.ConflictingAnswers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reasoning of one stage by several threads. Rules of a stage read only what came before it, so none waits for another;
 * what they give is taken over in the order that one thread would have come to it, so the decision is the same to the byte.
 */
final class StageInParts {
    /** A decision of fewer facts is made sooner than threads are asked to help. */
    static final int MANY = 32_768;

    private StageInParts() {}

    /**
     * Does pieces of a stage's work.
     *
     * @param parts begins a part of the decision, for each piece
     * @throws PartFailed when a rule failed
     */
    static void decide(Run whole, Supplier<? extends Part> parts, List<Consumer<Run>> pieces) {
        List<Run> runs =
                pieces.stream().map(piece -> new Run(whole, parts.get())).toList();
        try {
            SideBySide.each(
                    runs.size(),
                    number -> decide(runs.get(number), pieces.get(number)),
                    number -> runs.get(number).takeOver(whole));
        } catch (OutOfTime late) {
            whole.current = late.rule;
            throw late.thrown;
        } catch (BudgetExceeded | ConflictingAnswers e) {
            throw new PartFailed(e);
        }
    }

    private static void decide(Run run, Consumer<Run> piece) {
        try {
            run.measured(() -> piece.accept(run));
        } catch (BudgetExceeded e) {
            // Time that is used up does not come back by deciding again.
            throw e.what() == BudgetExceeded.What.TIME ? new OutOfTime(run.current, e) : new PartFailed(e);
        } catch (Throwable e) { // a consequence may throw anything
            throw new PartFailed(e);
        }
    }
}
