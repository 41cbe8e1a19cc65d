package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.engine.trace.Condition;
import cn.jinniu.bangban.engine.trace.Reads;
import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.ParameterShown;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.text.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows why no rule gave something, the nearest rule first, each with what kept it. */
final class WhyNot {
    /** Rules shown for one missing thing. */
    private static final int RULES = 12;
    /** Facts shown of several that are alike. */
    private static final int FACTS = 5;

    /** A pattern on a type of fact, in a condition that is not taken apart. */
    private static final Pattern PATTERN = Pattern.compile("([A-Z]\\w+)\\s*\\(");

    private final Scene scene;
    private final Reasons reasons;
    private final Fields fields;
    private final Sentences sentences;
    private final Derivation derivation;
    /** Types of facts that it is just being told of why there are none. */
    private final Set<String> open = new HashSet<>();

    WhyNot(Scene scene) {
        this.scene = scene;
        this.reasons = new Reasons(scene);
        this.fields = new Fields(scene);
        this.sentences = new Sentences(scene);
        this.derivation = new Derivation(scene, reasons, fields, this);
    }

    Derivation derivation() {
        return derivation;
    }

    /** The ways in which rules come nearest to the answer asked about, each rule's nearest, the nearest rule first. */
    List<Attempt> nearest(Question question) {
        Focus focus = focus(question);
        Search search = new Search(scene, focus);
        List<Solution> nearest = new ArrayList<>();
        for (ReadRule rule : scene.rules) {
            for (ReadRule.Saying saying : rule.sayings()) {
                if (question.code().equals(saying.code()) && isOfKind(saying, question.kind())) {
                    search.ways(new Asked(rule, saying, question)).stream()
                            .findFirst()
                            .ifPresent(nearest::add);
                }
            }
        }
        nearest.sort(Solution.NEAREST);
        Question owed = notOwed(question);
        if (owed != null) {
            return notOwed(nearest, owed);
        }
        return nearest.stream()
                .limit(RULES)
                .map(way -> attempt(way, search, focus, null))
                .toList();
    }

    /** The obligation that an alert would be about, where it is not owed at all; null where it is, or none is asked about. */
    private @Nullable Question notOwed(Question question) {
        String id = question.obligation();
        if (id == null
                || scene.trace.decision().obligations().stream()
                        .anyMatch(each -> each.id().equals(id))) {
            return null;
        }
        String[] parts = id.split(":", 3);
        String subject = question.type() + ':' + question.id();
        String rest = parts.length < 3 ? "" : parts[2];
        String period = rest.startsWith(subject + ':') ? rest.substring(subject.length() + 1) : null;
        return new Question(Question.Kind.OBLIGATION, parts[0], question.type(), question.id(), parts[1], period, null);
    }

    /** There is no alert about an obligation that is not owed: why it is not is what there is to say. */
    private List<Attempt> notOwed(List<Solution> alerting, Question owed) {
        List<Attempt> why = nearest(owed);
        Text says = why.isEmpty()
                ? new Text("没有规则会给出这项义务", "no rule gives that obligation")
                : why.get(0).says();
        List<Attempt> attempts = new ArrayList<>();
        for (ReadRule rule : alerting.stream().map(Solution::rule).distinct().toList()) {
            Failing none = new Failing(
                    Failing.Kind.NOT_DERIVED,
                    rule.conditions().get(0).text(),
                    null,
                    List.of(),
                    List.of(),
                    new Text("有这项义务", "that obligation"),
                    List.of(),
                    List.of(),
                    List.of(),
                    why,
                    says);
            RuleShown shown = reasons.rule(rule.parts().info());
            attempts.add(new Attempt(shown, List.of(none), Sentences.so(says, shown, null)));
        }
        return attempts.isEmpty() ? why : attempts;
    }

    static boolean isOfKind(ReadRule.Saying saying, Question.Kind kind) {
        return saying.word()
                .equals(
                        switch (kind) {
                            case DETERMINATION -> "determine";
                            case OBLIGATION -> "owe";
                            case ALERT -> "alert";
                        });
    }

    private Focus focus(Question question) {
        Focus focus = new Focus().add(new Graph.Key(question.type(), question.id()), scene);
        if (question.type().equals("commissioner")) {
            // A person is asked about for the projects that person was ever appointed to.
            for (Appointment appointment : scene.trace.facts().appointments()) {
                if (appointment.commissioner().equals(question.id()) && appointment.project() != null) {
                    focus.add(new Graph.Key("project", appointment.project()), scene);
                }
            }
        }
        if (question.period() != null) {
            focus.add(new Graph.Key(Graph.PERIOD, question.period()), scene);
        }
        if (question.obligation() != null) {
            focus.add(new Graph.Key("obligation", question.obligation()), scene);
        }
        if (question.kind() == Question.Kind.ALERT && !question.type().equals("unit")) {
            focus.onDutiesAbout(question.type(), question.id());
        }
        return focus;
    }

    /** Why there is no fact that meets a condition, where rules could have derived one. */
    List<Attempt> whyNone(Condition condition, Map<String, Object> bound) {
        if (!(condition instanceof Condition.Fact pattern)
                || !scene.isDerived(pattern.type())
                || !new Matching(scene, fact -> true).of(pattern, bound).isEmpty()) {
            return List.of();
        }
        Focus focus = new Focus();
        for (Object value : bound.values()) {
            if (value != null && Graph.isFact(value.getClass())) {
                scene.keys(value).stream()
                        .filter(key -> !key.type().equals("commissioner")
                                && !key.type().equals(Graph.PERIOD)
                                && !key.type().equals("appointment"))
                        .forEach(key -> focus.add(key, scene));
            }
        }
        Search search = new Search(scene, focus);
        return attempts(search.ways(pattern, bound, List.of()), search, focus, FactWords.type(pattern.type()));
    }

    private List<Attempt> attempts(List<Solution> ways, Search search, Focus focus, Text missing) {
        Set<ReadRule> shown = new HashSet<>();
        List<Attempt> attempts = new ArrayList<>();
        for (Solution way : ways) {
            if (shown.size() < RULES && shown.add(way.rule())) {
                attempts.add(attempt(way, search, focus, missing));
            }
        }
        return attempts;
    }

    private Attempt attempt(Solution way, Search search, Focus focus, @Nullable Text missing) {
        RuleShown rule = reasons.rule(way.rule().parts().info());
        List<Failing> failing = way.faults().stream()
                .map(fault -> failing(fault, way, search, focus))
                .toList();
        Text first = failing.isEmpty() ? new Text("", "") : failing.get(0).says();
        return new Attempt(rule, failing, Sentences.so(first, rule, missing));
    }

    private Failing failing(Fault fault, Solution way, Search search, Focus focus) {
        return switch (fault.kind()) {
            case UNMET -> unmet(fault, way, focus);
            case ABSENT -> absent(fault, focus);
            case NOT_DERIVED -> notDerived(fault, search, focus);
            case PRESENT -> present(fault);
            case TOO_FEW -> tooFew(fault);
        };
    }

    private Failing unmet(Fault fault, Solution way, Focus focus) {
        Expression constraint = fault.constraint() == null ? new Expression.Opaque() : fault.constraint();
        if (fault.condition() instanceof Condition.Other) {
            return notFollowed(fault, fault.condition().text(), focus);
        }
        boolean itsOwn = fault.condition() instanceof Condition.Fact && isWritten(fault, constraint);
        if (!itsOwn) {
            return otherUnit(fault, way, constraint);
        }
        Object fact = fault.facts().get(0);
        List<FieldShown> met = fields(fact, Fields.read(constraint, fact.getClass()));
        if (met.isEmpty() && constraint instanceof Expression.Call) {
            return notFollowed(fault, String.valueOf(text(fault, constraint)), focus); // a function of a rule file
        }
        Reads before = scene.noteIn(new Reads());
        Text needed = sentences.needed(constraint, fault.bound(), fact);
        List<ParameterShown> parameters = reasons.parameters(scene.noteIn(before));
        FactShown shown = derivation.fact(fact, met);
        Text values = sentences.met(shown, met);
        return new Failing(
                Failing.Kind.UNMET,
                fault.condition().text(),
                text(fault, constraint),
                List.of(shown),
                met,
                needed,
                new Wanted(scene).values(constraint, fault.bound(), fact),
                List.of(),
                parameters,
                List.of(),
                new Text(values.zh() + "（需" + needed.zh() + "）", values.en() + " (needed: " + needed.en() + ")"));
    }

    /** A condition that is not taken apart: what it speaks of, with what is read of it, is all there is to say. */
    private Failing notFollowed(Fault fault, String text, Focus focus) {
        List<FactShown> facts = new ArrayList<>();
        List<FieldShown> met = new ArrayList<>();
        fault.bound().forEach((name, value) -> {
            if (value != Evaluator.UNKNOWN && Fields.mentions(name, text)) {
                if (Graph.isFact(value.getClass())) {
                    List<FieldShown> read = fields(value, Fields.readOf(name, text));
                    met.addAll(read);
                    facts.add(derivation.fact(value, read));
                } else {
                    met.add(new FieldShown(name, Shown.value(value), List.of()));
                }
            }
        });
        Matcher pattern = PATTERN.matcher(text);
        while (pattern.find()) {
            for (Object fact : scene.ofType(pattern.group(1))) {
                boolean known = facts.stream()
                        .anyMatch(each -> String.valueOf(FactsShown.id(fact)).equals(each.id()));
                if (!known && facts.size() < FACTS && focus.admits(scene.keys(fact))) {
                    List<FieldShown> read = fields(fact, named(fact, text));
                    met.addAll(read);
                    facts.add(derivation.fact(fact, read));
                }
            }
        }
        Text values = met.isEmpty() ? new Text("", "") : sentences.met(null, met);
        return new Failing(
                Failing.Kind.UNMET,
                fault.condition().text(),
                null,
                facts,
                met,
                new Text("`" + text + "` 成立", "`" + text + "` to hold"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Text(
                        "`" + text + "` 不成立" + (met.isEmpty() ? "" : "（" + values.zh() + "）"),
                        "`" + text + "` does not hold" + (met.isEmpty() ? "" : " (" + values.en() + ")")));
    }

    /** The fields of a fact that a text names. */
    private static Set<List<String>> named(Object fact, String text) {
        Set<List<String>> chains = new LinkedHashSet<>();
        for (RecordComponent component :
                Objects.requireNonNullElse(fact.getClass().getRecordComponents(), new RecordComponent[0])) {
            boolean value =
                    !Graph.isFact(component.getType()) && !component.getName().equals("project");
            if (value && Fields.mentions(component.getName(), text)) {
                chains.add(List.of(component.getName()));
            }
        }
        return chains;
    }

    /** The rule would speak of another unit; or an expression by itself is false. */
    private Failing otherUnit(Fault fault, Solution way, Expression constraint) {
        Map<Object, List<FieldShown>> read = new LinkedHashMap<>();
        List<FieldShown> met = new ArrayList<>();
        if (constraint instanceof Expression.Operation operation) {
            Source source = source(operation.left(), way, fault.facts());
            if (source != null) {
                FieldShown field = fields.shown(source.fact, source.chain);
                if (field != null) {
                    met.add(field);
                    read.put(source.fact, List.of(field));
                }
            }
        }
        List<FactShown> facts = new ArrayList<>();
        if (read.isEmpty()) {
            fault.facts().stream().limit(FACTS).forEach(fact -> facts.add(derivation.fact(fact, List.of())));
        } else {
            read.forEach((fact, some) -> facts.add(derivation.fact(fact, some)));
        }
        Text needed = sentences.needed(constraint, fault.bound(), null);
        Text values = met.isEmpty() ? fault(fault, facts) : sentences.met(facts.get(0), met);
        return new Failing(
                Failing.Kind.UNMET,
                fault.condition().text(),
                null,
                facts,
                met,
                needed,
                new Wanted(scene).values(constraint, fault.bound(), null),
                List.of(),
                List.of(),
                List.of(),
                new Text(values.zh() + "（需" + needed.zh() + "）", values.en() + " (needed: " + needed.en() + ")"));
    }

    private static Text fault(Fault fault, List<FactShown> facts) {
        if (fault.condition() instanceof Condition.Gathered && !facts.isEmpty()) {
            FactShown last = facts.get(facts.size() - 1);
            return new Text(
                    "汇总到的“" + last.called().zh() + "”都属于别的单位",
                    "each " + last.called().en() + " is another unit's");
        }
        return new Text(
                "`" + fault.condition().text() + "` 不成立",
                "`" + fault.condition().text() + "` does not hold");
    }

    /** Where a variable comes from: a fact, and the chain of fields that leads to it. */
    private record Source(Object fact, List<String> chain) {}

    private @Nullable Source source(Expression expression, Solution way, List<Object> facts) {
        List<String> chain = Fields.chain(expression);
        if (chain == null) {
            return null;
        }
        for (Condition condition : way.rule().conditions()) {
            if (condition instanceof Condition.Fact pattern) {
                Object fact = facts.stream()
                        .filter(each -> scene.ofType(pattern.type()).contains(each) || is(pattern, each))
                        .findFirst()
                        .orElse(null);
                List<String> within = fact == null ? null : within(pattern, chain);
                if (fact != null && within != null && !within.isEmpty()) {
                    return new Source(fact, within);
                }
            }
        }
        return null;
    }

    private boolean is(Condition.Fact pattern, Object fact) {
        Class<?> type = scene.type(pattern.type());
        return type != null && type.isInstance(fact);
    }

    private @Nullable List<String> within(Condition.Fact pattern, List<String> chain) {
        List<String> rest = chain.subList(1, chain.size());
        if (chain.get(0).equals(pattern.variable())) {
            return rest;
        }
        for (String text : pattern.constraints()) {
            ExpressionParser.Bound constraint = scene.constraint(text);
            List<String> bound = Fields.chain(Matching.boundTo(constraint.expression()));
            if (chain.get(0).equals(constraint.variable()) && bound != null) {
                List<String> whole = new ArrayList<>(bound);
                whole.addAll(rest);
                return whole;
            }
        }
        return null;
    }

    private boolean isWritten(Fault fault, Expression atom) {
        return text(fault, atom) != null;
    }

    /** The constraint as the rule has it. */
    private @Nullable String text(Fault fault, Expression atom) {
        if (fault.condition() instanceof Condition.Fact pattern) {
            for (String text : pattern.constraints()) {
                for (Expression each : Matching.atoms(scene.constraint(text).expression())) {
                    if (each.equals(atom)) {
                        return text;
                    }
                }
            }
        }
        return null;
    }

    private List<FieldShown> fields(Object fact, Set<List<String>> chains) {
        List<FieldShown> shown = new ArrayList<>();
        for (List<String> chain : chains) {
            FieldShown field = fields.shown(fact, chain);
            if (field != null) {
                shown.add(field);
            }
        }
        return shown;
    }

    private Failing absent(Fault fault, Focus focus) {
        Condition.Fact pattern = (Condition.Fact) fault.condition();
        List<FactShown> notYet = notYet(pattern, focus);
        Text called = FactWords.type(pattern.type());
        Text later = later(notYet);
        return new Failing(
                Failing.Kind.ABSENT,
                pattern.text(),
                null,
                List.of(),
                List.of(),
                new Text("请求中有这样的" + called.zh(), "such a " + called.en() + " in the request"),
                List.of(),
                notYet,
                List.of(),
                List.of(),
                new Text(
                        "没有符合 `" + pattern.text() + "` 的" + called.zh() + later.zh(),
                        "there is no " + called.en() + " such as `" + pattern.text() + "`" + later.en()));
    }

    private Text later(List<FactShown> notYet) {
        if (notYet.isEmpty()) {
            return new Text("", "");
        }
        FactShown first = notYet.get(0);
        Text named = Sentences.named(first);
        Object day = first.fields().isEmpty()
                ? ""
                : String.valueOf(first.fields().get(0).value());
        return new Text(
                "（" + named.zh() + " 的日期为 " + day + "，晚于决定日 " + scene.asOf + "）",
                " (" + named.en() + " is dated " + day + ", after the day decided for, " + scene.asOf + ")");
    }

    /** Facts sent that a pattern might have matched, had their day come. */
    private List<FactShown> notYet(Condition.Fact pattern, Focus focus) {
        Class<?> type = scene.type(pattern.type());
        List<FactShown> shown = new ArrayList<>();
        for (SentFacts.Sent sent : scene.sent.all()) {
            boolean later = sent.seen() == null && type != null && type.isInstance(sent.raw());
            if (later && shown.size() < FACTS && focus.admits(scene.keys(sent.raw()))) {
                shown.add(FactsShown.notYet(sent, dated(sent)));
            }
        }
        return shown;
    }

    private static List<FieldShown> dated(SentFacts.Sent sent) {
        String day = String.valueOf(sent.dated());
        for (var component : sent.raw().getClass().getRecordComponents()) {
            if (day.equals(String.valueOf(Evaluator.field(sent.raw(), component.getName())))) {
                return List.of(new FieldShown(
                        component.getName(),
                        day,
                        List.of(new cn.jinniu.bangban.explain.model.Origin(
                                sent.pointer() + '/' + component.getName(), day, true))));
            }
        }
        return List.of();
    }

    private Failing notDerived(Fault fault, Search search, Focus focus) {
        Condition.Fact pattern = (Condition.Fact) fault.condition();
        List<Solution> ways = new ArrayList<>();
        if (fault.inner() != null) {
            ways.add(fault.inner());
            ways.addAll(search.ways(pattern, fault.bound(), fault.codes()));
        }
        Text called = FactWords.type(pattern.type());
        boolean circle = !open.add(pattern.type());
        if (ways.isEmpty() && !circle) {
            ways.addAll(search.anyWays(pattern, fault.codes()));
        }
        List<Attempt> causes = attempts(ways, search, focus, called);
        if (!circle) {
            open.remove(pattern.type());
        }
        Text says = causes.isEmpty()
                ? new Text("没有" + called.zh(), "there is no " + called.en())
                : causes.get(0).says();
        return new Failing(
                Failing.Kind.NOT_DERIVED,
                pattern.text(),
                null,
                List.of(),
                List.of(),
                new Text("有" + called.zh(), "a " + called.en()),
                List.of(),
                notYet(pattern, focus),
                List.of(),
                causes,
                says);
    }

    private Failing present(Fault fault) {
        Condition of = ((Condition.None) fault.condition()).of();
        List<FactShown> facts = new ArrayList<>();
        List<FieldShown> met = new ArrayList<>();
        for (Object fact :
                fault.facts().subList(0, Math.min(FACTS, fault.facts().size()))) {
            Set<List<String>> chains = new LinkedHashSet<>(FactsShown.days(fact));
            if (of instanceof Condition.Fact pattern) {
                for (String text : pattern.constraints()) {
                    chains.addAll(Fields.read(scene.constraint(text).expression(), fact.getClass()));
                }
            }
            List<FieldShown> read = fields(fact, chains);
            met.addAll(read);
            facts.add(derivation.fact(fact, read));
        }
        Text named = Sentences.named(facts.get(0));
        Text values = sentences.met(null, facts.get(0).fields());
        return new Failing(
                Failing.Kind.PRESENT,
                fault.condition().text(),
                null,
                facts,
                met,
                new Text(
                        "没有这样的" + facts.get(0).called().zh(),
                        "no such " + facts.get(0).called().en()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Text(
                        "已有" + named.zh() + "（" + values.zh() + "），而本规则要求没有",
                        "there is " + named.en() + " (" + values.en() + "), where the rule asks for none"));
    }

    private Failing tooFew(Fault fault) {
        Expression constraint = fault.constraint() == null ? new Expression.Opaque() : fault.constraint();
        List<FieldShown> met = new ArrayList<>();
        if (constraint instanceof Expression.Operation operation && operation.left() instanceof Expression.Name name) {
            met.add(new FieldShown(name.name(), Shown.value(fault.bound().get(name.name())), List.of()));
        }
        Reads before = scene.noteIn(new Reads());
        Text needed = sentences.needed(constraint, fault.bound(), null);
        List<ParameterShown> parameters = reasons.parameters(scene.noteIn(before));
        List<FactShown> facts = fault.facts().stream()
                .limit(FACTS)
                .map(fact -> derivation.fact(fact, FactsShown.days(fact)))
                .toList();
        Text values = sentences.met(null, met);
        return new Failing(
                Failing.Kind.TOO_FEW,
                fault.condition().text(),
                null,
                facts,
                met,
                needed,
                new Wanted(scene).values(constraint, fault.bound(), null),
                List.of(),
                parameters,
                List.of(),
                new Text(
                        "`" + fault.condition().text() + "` 汇总的 " + values.zh() + "（需" + needed.zh() + "）",
                        "of what `" + fault.condition().text() + "` gathers, " + values.en() + " (needed: "
                                + needed.en() + ")"));
    }
}
