package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.vocabulary.AsOf;
import cn.jinniu.bangban.vocabulary.Duty;
import cn.jinniu.bangban.vocabulary.ReportingQuarter;
import cn.jinniu.bangban.vocabulary.ReportingYear;
import java.lang.reflect.RecordComponent;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How facts are made of one another, and which things of the contract they speak of. */
final class Graph {
    private static final String FACTS = "cn.jinniu.bangban.facts.";
    private static final String VOCABULARY = "cn.jinniu.bangban.vocabulary.";
    private static final Set<String> REFERENCES = Set.of("project", "commissioner", "report", "training");
    /** Period that a fact is about, as a kind of thing. */
    static final String PERIOD = "period";

    /** A thing facts speak of: of one of the contract's subject types, or a period, or an obligation. */
    record Key(String type, String id) {}

    private Graph() {}

    /** Whether a type is of facts that others are made of, and not just a value. */
    static boolean isFact(Class<?> type) {
        String name = type.getName();
        return (name.startsWith(FACTS) || name.startsWith(VOCABULARY))
                        && !type.isEnum()
                        && type != Unit.class
                        && (type.isRecord() || type.isInterface())
                || type == Obligation.class;
    }

    /** Whether a type is of facts that requests send. */
    static boolean isSent(Class<?> type) {
        return type.getName().startsWith(FACTS) && type.isRecord() && type != Unit.class;
    }

    /** What the contract calls a type of fact. */
    static String word(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A component of a record; unknown where it cannot be had. */
    static @Nullable Object component(Object of, RecordComponent component) {
        return Evaluator.field(of, component.getName());
    }

    /** The facts that a fact is made of, itself first, each before those it is made of. */
    static List<Object> parts(Object fact) {
        List<Object> parts = new ArrayList<>();
        collect(fact, parts);
        return parts;
    }

    private static void collect(Object fact, List<Object> parts) {
        for (Object passed : parts) {
            if (passed == fact) {
                return;
            }
        }
        parts.add(fact);
        if (fact.getClass().isRecord()) {
            for (RecordComponent component : fact.getClass().getRecordComponents()) {
                if (isFact(component.getType())) {
                    Object part = component(fact, component);
                    if (part != null && part != Evaluator.UNKNOWN) {
                        collect(part, parts);
                    }
                }
            }
        }
    }

    /** Tells what a fact speaks of. */
    static void keys(Object fact, Consumer<Key> told) {
        for (Object part : parts(fact)) {
            own(part, told);
        }
    }

    private static void own(Object part, Consumer<Key> told) {
        if (part instanceof Duty duty) {
            told.accept(new Key("obligation", duty.id()));
        } else if (part instanceof Obligation obligation) {
            told.accept(new Key("obligation", obligation.id()));
        } else if (part instanceof KeyProjectList list) {
            told.accept(new Key("keyProjectList", list.level() + "-" + list.year()));
            return;
        } else if (part instanceof ReportingQuarter quarter) {
            told.accept(new Key(PERIOD, quarter.period()));
            return;
        } else if (part instanceof ReportingYear year) {
            told.accept(new Key(PERIOD, year.period()));
            return;
        } else if (part instanceof AsOf) {
            return;
        }
        if (!part.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = component(part, component);
            if (value instanceof Subject subject) {
                told.accept(new Key(subject.type(), subject.id()));
            } else if (value instanceof YearMonth month) {
                told.accept(new Key(PERIOD, month.toString()));
            } else if (value instanceof String id && component.getType() == String.class) {
                String name = component.getName();
                if (name.equals("id") && isSent(part.getClass())) {
                    told.accept(new Key(word(part.getClass()), id));
                } else if (REFERENCES.contains(name) && isSent(part.getClass())) {
                    told.accept(new Key(name, id));
                }
            }
        }
    }
}
