package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Answers that rules give in a part of a decision, while others reason in other parts. They are only noted: which of them
 * say the same, or contradict each other, shows when the whole takes them over. On one thread until then.
 */
public final class PartialAnswers extends Answers {
    private final Answers whole;
    private final List<Object> given = new ArrayList<>();

    /** A fact that a rule added, which need not be an answer. */
    private record Added(Object fact) {}

    /**
     * @param whole what takes them over
     * @param fired is told the number of each rule as it begins to fire
     */
    public PartialAnswers(Answers whole, AnswerContext context, LocalDate asOf, IntConsumer fired) {
        super(context, asOf, 0, fact -> {}, fired);
        this.whole = whole;
    }

    /** A rule added a fact. */
    public void add(Object fact) {
        given.add(new Added(fact));
    }

    /**
     * Has the whole take over what was given, in the order it was.
     *
     * @param facts takes what rules added
     * @throws ConflictingAnswers when the whole has it in different words
     */
    public void takeOver(Consumer<Object> facts) {
        for (Object each : given) {
            if (each instanceof Added added) {
                facts.accept(added.fact());
            } else if (each instanceof Duty duty) {
                whole.give(duty);
            } else if (each instanceof Obligation obligation) {
                whole.give(obligation);
            } else if (each instanceof Alert alert) {
                whole.give(alert);
            } else if (each instanceof PostToFill post) {
                whole.give(post);
            } else {
                whole.give((Determination) each);
            }
        }
    }

    @Override
    void give(Duty duty) {
        given.add(duty);
    }

    @Override
    void give(PostToFill post) {
        given.add(post);
    }

    @Override
    void give(Obligation obligation) {
        given.add(obligation);
    }

    @Override
    void give(Determination determination) {
        given.add(determination);
    }

    @Override
    void give(Alert alert) {
        given.add(alert);
    }
}
