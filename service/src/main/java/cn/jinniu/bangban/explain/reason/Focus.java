package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.vocabulary.Duty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The things a question is about: facts that speak of other things of the same kind are left aside. */
final class Focus {
    private Graph.@Nullable Key dutiesAbout;
    private final Map<String, Set<String>> wanted = new HashMap<>();

    /** Adds a thing, and what it belongs to. */
    Focus add(Graph.Key key, Scene scene) {
        if (key.type().equals("unit") || key.type().equals("district")) {
            return this; // many facts name several units, each for its own reason
        }
        wanted.computeIfAbsent(key.type(), absent -> new HashSet<>()).add(key.id());
        SentFacts.Sent sent = scene.sent.find(key);
        if (sent != null) {
            for (String whole : new String[] {"project", "report"}) {
                Object id = Evaluator.field(sent.raw(), whole);
                if (id instanceof String text && !key.type().equals(whole)) {
                    add(new Graph.Key(whole, text), scene);
                }
            }
        }
        return this;
    }

    /** Speaks only of duties about one thing: an alert about another's is no answer. */
    Focus onDutiesAbout(String type, String id) {
        dutiesAbout = new Graph.Key(type, id);
        return this;
    }

    @Nullable
    String dutiesAboutType() {
        return dutiesAbout == null ? null : dutiesAbout.type();
    }

    boolean admits(Duty duty) {
        return dutiesAbout == null
                || duty.subject().type().equals(dutiesAbout.type())
                        && duty.subject().id().equals(dutiesAbout.id());
    }

    boolean admits(Set<Graph.Key> keys) {
        for (Map.Entry<String, Set<String>> kind : wanted.entrySet()) {
            boolean speaks = false;
            boolean ofIt = false;
            for (Graph.Key key : keys) {
                if (key.type().equals(kind.getKey())) {
                    speaks = true;
                    ofIt |= kind.getValue().contains(key.id());
                }
            }
            if (speaks && !ofIt) {
                return false;
            }
        }
        return true;
    }

    /** Whether a fact speaks of one of the things. */
    boolean isOn(Set<Graph.Key> keys) {
        return keys.stream()
                .anyMatch(key -> wanted.getOrDefault(key.type(), Set.of()).contains(key.id()));
    }
}
