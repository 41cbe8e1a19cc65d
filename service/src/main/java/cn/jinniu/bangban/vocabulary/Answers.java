package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where rules put their answers. An answer said twice in the same words is one answer; said in different words it is
 * refused, for then two rules disagree. For one decision, on one thread.
 */
public class Answers {
    /** Room where it is not known how many answers there usually are. */
    private static final int FEW = 8;

    private final AnswerContext context;
    private final LocalDate asOf;
    private final Consumer<Object> workingMemory;
    private final IntConsumer fired;

    private final Map<String, Determination> determinations = new HashMap<>();
    private final Map<String, Duty> duties;
    private final List<Obligation> obligations;
    private final Map<String, Alert> alerts = new HashMap<>();

    private @Nullable RuleOrigin firing;
    private @Nullable Draft<?> open;

    /** For any number of answers. */
    public Answers(AnswerContext context, LocalDate asOf, Consumer<Object> workingMemory, IntConsumer fired) {
        this(context, asOf, FEW, workingMemory, fired);
    }

    /**
     * @param context what is the same for every decision of the ruleset
     * @param asOf the day decided for
     * @param usual how many duties there usually are on such facts; there may be any other number
     * @param workingMemory takes what later rules match on
     * @param fired is told the number of each rule as it begins to fire
     */
    public Answers(
            AnswerContext context, LocalDate asOf, int usual, Consumer<Object> workingMemory, IntConsumer fired) {
        this.context = context;
        this.asOf = asOf;
        this.workingMemory = workingMemory;
        this.fired = fired;
        this.duties = new HashMap<>(2 * usual);
        this.obligations = new ArrayList<>(usual);
    }

    /** A rule begins to fire; woven into every rule, never written by hand. */
    public void begin(int rule) {
        firing = context.origin(rule);
        fired.accept(rule);
    }

    /** The rule is done, and with it the answer it was giving; woven into every rule, never written by hand. */
    public void end() {
        giveOpen();
        firing = null;
    }

    /** The rule broke off: what it was saying is not an answer; woven into every rule, never written by hand. */
    public void abandon() {
        open = null;
    }

    /** A duty of a code of the catalogue. */
    public DutyDraft owe(String code) {
        return open(new DutyDraft(this, context.knownObligation(code), origin()));
    }

    /** The duty of a post, under the rule and clause that asked for the post. */
    public DutyDraft owe(PostToFill post) {
        Duty duty = post.duty();
        return open(new DutyDraft(this, duty.code(), new RuleOrigin(duty.rule(), duty.clause())).resume(duty));
    }

    /** A determination of a code of the catalogue. */
    public DeterminationDraft determine(String code) {
        return open(new DeterminationDraft(this, context.knownDetermination(code), origin()));
    }

    /** An alert of a code of the catalogue. */
    public AlertDraft alert(String code) {
        return open(new AlertDraft(this, context.knownAlert(code), origin()));
    }

    /**
     * How a duty stands: this is what is answered of it.
     *
     * @param daysLate calendar days, 0 where it is not late
     */
    public Obligation obligation(Duty duty, Status status, int daysLate) {
        Obligation obligation = new Obligation(
                duty.id(),
                duty.code(),
                duty.clause(),
                duty.rule(),
                duty.bearer().id(),
                duty.assignee(),
                duty.subject(),
                duty.period(),
                duty.dueDay(),
                status,
                duty.metOn(),
                daysLate,
                duty.attendees(),
                duty.due() != null && duty.due().provisional());
        give(obligation);
        return obligation;
    }

    public Collection<Determination> determinations() {
        return Collections.unmodifiableCollection(determinations.values());
    }

    public Collection<Obligation> obligations() {
        return Collections.unmodifiableCollection(obligations);
    }

    public Collection<Alert> alerts() {
        return Collections.unmodifiableCollection(alerts.values());
    }

    LocalDate asOf() {
        return asOf;
    }

    Unit unit(String id) {
        return context.unit(id);
    }

    List<String> inOrder(String determination, List<String> grounds) {
        return context.inOrder(determination, grounds);
    }

    void give(Duty duty) {
        Duty before = duties.putIfAbsent(duty.id(), duty);
        if (before == null) {
            workingMemory.accept(duty);
        } else if (!before.saysTheSameAs(duty)) {
            throw new ConflictingAnswers(duty.id(), before.rule(), duty.rule());
        }
    }

    void give(PostToFill post) {
        workingMemory.accept(post);
    }

    void give(Obligation obligation) {
        obligations.add(obligation);
    }

    void give(Determination determination) {
        Subject about = determination.subject();
        String id = determination.code() + ':' + about.type() + ':' + about.id();
        Determination before = determinations.putIfAbsent(id, determination);
        if (before != null && !before.equals(determination)) {
            throw new ConflictingAnswers(id, before.rule(), determination.rule());
        }
    }

    void give(Alert alert) {
        Alert before = alerts.putIfAbsent(alert.id(), alert);
        if (before == null) {
            return;
        }
        if (!before.saysTheSameAs(alert)) {
            throw new ConflictingAnswers(alert.id(), before.rule(), alert.rule());
        }
        if (CodePoints.ORDER.compare(alert.rule(), before.rule()) < 0) {
            alerts.put(alert.id(), alert); // the same one, whichever fires first
        }
    }

    private <D extends Draft<?>> D open(D draft) {
        giveOpen();
        open = draft;
        return draft;
    }

    private void giveOpen() {
        Draft<?> draft = open;
        if (draft != null) {
            open = null;
            draft.give();
        }
    }

    private RuleOrigin origin() {
        if (firing == null) {
            throw new IllegalStateException("an answer is given by a rule that fires, and none does");
        }
        return firing;
    }
}
