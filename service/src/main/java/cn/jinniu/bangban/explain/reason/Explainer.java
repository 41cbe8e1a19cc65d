package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.trace.Firing;
import cn.jinniu.bangban.engine.trace.Trace;
import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Given;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.text.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Explains the answers of one decision. For one request, on one thread. */
public final class Explainer {
    private final Scene scene;
    private final WhyNot whyNot;
    private final Reasons reasons;

    private Explainer(Scene scene) {
        this.scene = scene;
        this.whyNot = new WhyNot(scene);
        this.reasons = new Reasons(scene);
    }

    /**
     * Decides, watched.
     *
     * @throws cn.jinniu.bangban.engine.EvaluationFailed when a rule cannot be carried out on these facts, or takes more
     *     than the budget
     */
    public static Explainer of(Ruleset ruleset, CaseFile facts, Budget budget) {
        Trace trace = ruleset.trace(facts, budget);
        if (!trace.decision().equals(ruleset.decide(facts, budget))) {
            throw new IllegalStateException("what is explained is not what is decided");
        }
        return new Explainer(new Scene(trace, ruleset.data(), ruleset.anatomy()));
    }

    /** Ids of the things a question is about, and of what these belong to, by what fields call them. */
    public static Map<String, String> belongings(CaseFile facts, Question question) {
        Map<String, String> ids = new HashMap<>();
        ids.put(question.type(), question.id());
        SentFacts sent = new SentFacts(facts, facts.seen());
        SentFacts.Sent found = sent.find(new Graph.Key(question.type(), question.id()));
        if (found != null && Evaluator.field(found.raw(), "project") instanceof String project) {
            ids.put("project", project);
        }
        if (!ids.containsKey("project") && !facts.projects().isEmpty()) {
            ids.put("project", facts.projects().get(0).id());
        }
        return ids;
    }

    /** The decision explained. */
    public Decision decision() {
        return scene.trace.decision();
    }

    /** Why an answer of the decision was given. */
    public Given why(Object answer, Text says) {
        Firing giver = giver(answer);
        Because because = whyNot.derivation().answer(giver);
        return new Given(answer, rule(answer, because.rule()), because, List.of(), says);
    }

    private Firing giver(Object answer) {
        Firing giver = scene.trace.giver(answer);
        if (giver == null) {
            // An answer given twice in the same words is one answer; the one kept may not be the one told last.
            for (Firing firing : scene.trace.firings()) {
                if (firing.gave().contains(answer)) {
                    return firing;
                }
            }
        }
        return Objects.requireNonNull(giver, "no rule gave the answer");
    }

    private RuleShown rule(Object answer, RuleShown otherwise) {
        String name = answer instanceof Determination determination
                ? determination.rule()
                : answer instanceof Obligation obligation ? obligation.rule() : ((Alert) answer).rule();
        for (ReadRule rule : scene.rules) {
            if (rule.parts().info().name().equals(name)) {
                return reasons.rule(rule.parts().info());
            }
        }
        return otherwise;
    }

    /** Ids that rules give the districts they speak of. */
    public Set<String> districts() {
        Set<String> ids = new LinkedHashSet<>();
        for (ReadRule rule : scene.rules) {
            for (ReadRule.Saying saying : rule.sayings()) {
                if (saying.first("aboutDistrict") instanceof Expression.Constant constant
                        && constant.value() instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** Types of the subjects that rules give a code about; nothing where that cannot be told of all of them. */
    public Set<String> subjectTypes(Question.Kind kind, String code) {
        Set<String> types = new TreeSet<>();
        for (ReadRule rule : scene.rules) {
            for (ReadRule.Saying saying : rule.sayings()) {
                if (code.equals(saying.code()) && WhyNot.isOfKind(saying, kind)) {
                    Set<String> some = new StaticTypes(scene, rule).subjects(saying);
                    if (some.isEmpty()) {
                        return Set.of();
                    }
                    types.addAll(some);
                }
            }
        }
        return types;
    }

    /** Why an answer was not given. */
    public NotGiven whyNot(Question question, List<String> instead) {
        List<Attempt> attempts = whyNot.nearest(question);
        Text says = attempts.isEmpty()
                ? new Text("没有规则会就此对象给出它", "no rule gives it about such a subject")
                : attempts.get(0).says();
        return new NotGiven(question, instead, attempts, List.of(), says);
    }
}
