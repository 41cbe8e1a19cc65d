package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert that a rule is raising: about an obligation, or about a subject of its own. */
public final class AlertDraft extends Draft<AlertDraft> {
    private final Answers answers;
    private final List<String> addressees = new ArrayList<>(4);
    private Severity severity = Severity.INFO;
    private @Nullable Obligation obligation;
    private @Nullable Unit unit;

    AlertDraft(Answers answers, String code, RuleOrigin origin) {
        super(code, origin);
        this.answers = answers;
    }

    @Override
    AlertDraft self() {
        return this;
    }

    /** About an obligation, whose subject and clause it takes. */
    public AlertDraft about(Obligation owed) {
        obligation = owed;
        return on(owed.subject());
    }

    public AlertDraft severity(Severity how) {
        severity = how;
        return this;
    }

    /** A unit to tell; null tells nobody. */
    public AlertDraft to(@Nullable Unit addressee) {
        if (addressee != null) {
            tell(addressee.id());
        }
        return this;
    }

    /** A unit of the directory to tell. */
    public AlertDraft to(String addressee) {
        return to(answers.unit(addressee));
    }

    /** Units to tell, by their ids. */
    public AlertDraft to(Collection<String> more) {
        more.forEach(this::tell);
        return this;
    }

    private void tell(String addressee) {
        if (!addressees.contains(addressee)) {
            addressees.add(addressee);
        }
    }

    /** The unit whose conduct it is about: one alert for each such unit. */
    public AlertDraft concerning(Unit each) {
        unit = each;
        return this;
    }

    @Override
    void give() {
        Subject about = required(subject, "about");
        addressees.sort(CodePoints.ORDER);
        String id = obligation != null
                ? code + ':' + obligation.id()
                : code + ':' + about.type() + ':' + about.id() + (unit == null ? "" : ':' + unit.id());
        answers.give(new Alert(
                id,
                code,
                severity,
                List.copyOf(addressees),
                about,
                unit == null ? null : unit.id(),
                obligation,
                obligation == null ? origin.clause() : obligation.clause(),
                origin.rule()));
    }
}
