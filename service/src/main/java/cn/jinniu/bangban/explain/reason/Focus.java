package cn.jinniu.bangban.explain.reason;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The things a question is about: facts that speak of other things of the same kind are left aside. */
final class Focus {
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
