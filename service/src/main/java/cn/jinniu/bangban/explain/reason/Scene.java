package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.calendar.WatchedCalendar;
import cn.jinniu.bangban.engine.trace.Anatomy;
import cn.jinniu.bangban.engine.trace.Reads;
import cn.jinniu.bangban.engine.trace.RuleParts;
import cn.jinniu.bangban.engine.trace.Trace;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.WatchedParameters;
import cn.jinniu.bangban.vocabulary.AnswerContext;
import cn.jinniu.bangban.vocabulary.Answers;
import cn.jinniu.bangban.vocabulary.WatchedRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that explanations of one decision look at: how it came about, the rules, and the files beside them. */
final class Scene {
    final Trace trace;
    final RulesetData data;
    final Anatomy anatomy;
    final List<ReadRule> rules;
    final SentFacts sent;
    final Evaluator evaluator;
    final LocalDate asOf;

    private final Map<String, List<Object>> byType = new HashMap<>();
    private final Map<Object, List<Object>> parts = new IdentityHashMap<>();
    private final Map<Object, Set<Graph.Key>> keys = new IdentityHashMap<>();
    private final Map<String, ExpressionParser.Bound> constraints = new HashMap<>();
    private Reads reads = new Reads();

    Scene(Trace trace, RulesetData data, Anatomy anatomy) {
        this.trace = trace;
        this.data = data;
        this.anatomy = anatomy;
        this.asOf = trace.seen().asOf();
        this.sent = new SentFacts(trace.facts(), trace.seen());
        List<ReadRule> read = new ArrayList<>();
        for (RuleParts rule : anatomy.rules()) {
            read.add(new ReadRule(rule));
        }
        this.rules = read;
        Map<String, Object> globals = new HashMap<>();
        globals.put("asOf", asOf);
        globals.put("calendar", new WatchedCalendar(data.calendar(), counting -> reads.counting(counting)));
        globals.put("parameters", new WatchedParameters(data.parameters().on(asOf), key -> reads.parameter(key)));
        globals.put("sectors", data.sectors());
        globals.put("units", data.directory());
        globals.put("owners", data.ownerPrecedence());
        globals.put("records", new WatchedRecords(trace.seen(), lookUp -> reads.lookUp(lookUp)));
        globals.put("answers", nowhere());
        this.evaluator = new Evaluator(anatomy.names(), globals);
    }

    /** Takes obligations that are only supposed. */
    private Answers nowhere() {
        AnswerContext context = new AnswerContext(List.of(), data.directory().units(), Map.of(), Set.of(), Set.of());
        return new Answers(context, asOf, fact -> {}, rule -> {});
    }

    /** Begins to note anew what is read beside the facts. */
    Reads noteReads() {
        reads = new Reads();
        return reads;
    }

    /** Goes on noting in some reads, and gives those noted in before. */
    Reads noteIn(Reads other) {
        Reads before = reads;
        reads = other;
        return before;
    }

    /** A constraint taken apart. */
    ExpressionParser.Bound constraint(String text) {
        return constraints.computeIfAbsent(text, ExpressionParser::constraint);
    }

    /** The facts that a pattern on a type could match. */
    List<Object> ofType(String type) {
        return byType.computeIfAbsent(type, name -> {
            Class<?> wanted = anatomy.names().type(name);
            List<Object> found = new ArrayList<>();
            for (Object fact : trace.memory()) {
                boolean fits = wanted == null ? fact.getClass().getSimpleName().equals(name) : wanted.isInstance(fact);
                if (fits) {
                    found.add(fact);
                }
            }
            return found;
        });
    }

    /** Whether facts given as one type are matched by patterns on another. */
    boolean matches(String pattern, String given) {
        Class<?> wanted = anatomy.names().type(pattern);
        Class<?> type = anatomy.names().type(given);
        return wanted == null || type == null ? pattern.equals(given) : wanted.isAssignableFrom(type);
    }

    /** The rules that give facts a pattern on a type could match. */
    List<ReadRule> giving(String type) {
        return rules.stream()
                .filter(rule -> rule.gives().stream().anyMatch(given -> matches(type, given)))
                .toList();
    }

    boolean isDerived(String type) {
        return !giving(type).isEmpty();
    }

    /** The facts that a fact is made of, itself first. */
    List<Object> parts(Object fact) {
        return parts.computeIfAbsent(fact, Graph::parts);
    }

    /** What a fact speaks of. */
    Set<Graph.Key> keys(Object fact) {
        return keys.computeIfAbsent(fact, each -> {
            Set<Graph.Key> found = new HashSet<>();
            Graph.keys(each, found::add);
            return found;
        });
    }

    /** The read rule of a number. */
    ReadRule rule(int number) {
        return rules.get(number);
    }

    @Nullable
    Class<?> type(String name) {
        return anatomy.names().type(name);
    }
}
