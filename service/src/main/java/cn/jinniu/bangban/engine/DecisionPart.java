package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.Meter;
import cn.jinniu.bangban.engine.staged.Part;
import cn.jinniu.bangban.vocabulary.AnswerContext;
import cn.jinniu.bangban.vocabulary.Answers;
import cn.jinniu.bangban.vocabulary.PartialAnswers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Part of a decision: it knows what the whole knows, but for the answers, of which it has its own. */
final class DecisionPart implements Part {
    private final PartialAnswers answers;
    private final Map<String, Object> known;

    DecisionPart(Answers whole, AnswerContext context, LocalDate asOf, Map<String, Object> known) {
        // Asked for on the thread that fires: each part is counted by a meter of its own.
        answers = new PartialAnswers(
                whole,
                context,
                asOf,
                rule -> Objects.requireNonNull(Meter.current()).fired());
        this.known = new HashMap<>(known);
        this.known.put("answers", answers);
    }

    @Override
    public Map<String, Object> known() {
        return known;
    }

    @Override
    public void add(Object fact) {
        answers.add(fact);
    }

    @Override
    public void takeOver(Consumer<Object> facts) {
        answers.takeOver(facts);
    }
}
