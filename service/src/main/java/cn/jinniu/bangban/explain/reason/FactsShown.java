package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.Report;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names facts as people know them. */
final class FactsShown {
    private FactsShown() {}

    static FactShown of(Object fact, List<FieldShown> read, @Nullable Because because, Scene scene) {
        String type = fact.getClass().getSimpleName();
        SentFacts.Sent sent = scene.sent.of(fact);
        FactShown.Kind kind;
        if (sent != null) {
            kind = FactShown.Kind.SENT;
        } else if (because != null) {
            kind = FactShown.Kind.DERIVED;
        } else {
            kind = scene.trace.memory().stream().anyMatch(each -> each == fact)
                    ? FactShown.Kind.CALENDAR
                    : FactShown.Kind.SUPPOSED;
        }
        return new FactShown(
                type, FactWords.type(type), id(fact), kind, sent == null ? null : sent.pointer(), read, because);
    }

    /** A fact that was sent but is not known yet. */
    static FactShown notYet(SentFacts.Sent sent, List<FieldShown> read) {
        String type = sent.raw().getClass().getSimpleName();
        return new FactShown(
                type, FactWords.type(type), SentFacts.id(sent.raw()), FactShown.Kind.SENT, sent.pointer(), read, null);
    }

    /** What a fact is called by: its own id, or that of the first fact it is made of that has one. */
    static @Nullable String id(Object fact) {
        for (Object part : Graph.parts(fact)) {
            String id = SentFacts.id(part);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** What a look-up reads of a fact it found: its day, and whose it is. */
    static Set<List<String>> days(Object fact) {
        Set<List<String>> chains = new LinkedHashSet<>();
        if (fact instanceof Appointment) {
            chains.add(List.of("unit"));
            chains.add(List.of("commissioner"));
            chains.add(List.of("role"));
        } else if (fact instanceof Report) {
            chains.add(List.of("month"));
        } else if (fact instanceof FollowUpVisit) {
            chains.add(List.of("visitor"));
        }
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getType() == LocalDate.class) {
                chains.add(List.of(component.getName()));
            }
        }
        return chains;
    }
}
