package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Answers that are taken as others are, and told as each rule gives them: for explanations. */
public final class WatchedAnswers extends Answers {
    private final Consumer<Object> told;

    /** @param told takes each determination, obligation and alert as a rule gives it */
    public WatchedAnswers(
            AnswerContext context,
            LocalDate asOf,
            Consumer<Object> workingMemory,
            IntConsumer fired,
            Consumer<Object> told) {
        super(context, asOf, workingMemory, fired);
        this.told = told;
    }

    @Override
    public Obligation obligation(Duty duty, Status status, int daysLate) {
        Obligation obligation = super.obligation(duty, status, daysLate);
        told.accept(obligation);
        return obligation;
    }

    @Override
    void give(Determination determination) {
        super.give(determination);
        told.accept(determination);
    }

    @Override
    void give(Alert alert) {
        super.give(alert);
        told.accept(alert);
    }
}
