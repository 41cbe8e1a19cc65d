package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.facts.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a rule is finding about a subject. */
public final class DeterminationDraft extends Draft<DeterminationDraft> {
    private final Answers answers;
    private final List<String> grounds = new ArrayList<>(4);
    private @Nullable Object value;

    DeterminationDraft(Answers answers, String code, RuleOrigin origin) {
        super(code, origin);
        this.answers = answers;
    }

    @Override
    DeterminationDraft self() {
        return this;
    }

    public DeterminationDraft value(boolean found) {
        value = found;
        return this;
    }

    /** The unit found; none leaves the value null. */
    public DeterminationDraft value(@Nullable Unit found) {
        value = found == null ? null : found.id();
        return this;
    }

    /** A ground; null adds none. */
    public DeterminationDraft ground(@Nullable String ground) {
        if (ground != null && !grounds.contains(ground)) {
            grounds.add(ground);
        }
        return this;
    }

    /** Grounds, by their codes; each counts once, and the catalogue says their order. */
    public DeterminationDraft grounds(Collection<?> more) {
        for (Object ground : more) {
            ground(ground.toString());
        }
        return this;
    }

    @Override
    void give() {
        answers.give(new Determination(
                code,
                required(subject, "about"),
                value,
                answers.inOrder(code, grounds),
                origin.clause(),
                origin.rule()));
    }
}
