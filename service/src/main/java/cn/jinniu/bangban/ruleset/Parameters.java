package cn.jinniu.bangban.ruleset;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All parameters with their histories, in the file's order. Immutable. */
public final class Parameters {
    static final String FILE = "parameters.yaml";

    private final Map<String, Parameter> parameters;
    /** A snapshot for every day on which some value changes. */
    private final NavigableMap<LocalDate, ParameterValues> snapshots = new TreeMap<>();

    Parameters(Map<String, Parameter> parameters) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        snapshots.put(RuleDates.FIRST, snapshot(RuleDates.FIRST));
        for (Parameter parameter : parameters.values()) {
            for (Parameter.Value value : parameter.values()) {
                snapshots.computeIfAbsent(value.from(), this::snapshot);
            }
        }
    }

    /** The values that hold on a day. Values of the first day also hold before it. */
    public ParameterValues on(LocalDate day) {
        Map.Entry<LocalDate, ParameterValues> entry = snapshots.floorEntry(day);
        return (entry == null ? snapshots.firstEntry() : entry).getValue();
    }

    /** All parameters by key. */
    public Map<String, Parameter> all() {
        return parameters;
    }

    /** The parameter of a key; null where there is none. */
    public @Nullable Parameter parameter(String key) {
        return parameters.get(key);
    }

    private ParameterValues snapshot(LocalDate day) {
        Map<String, Parameter.Value> values = new HashMap<>();
        parameters.forEach((key, parameter) -> values.put(key, parameter.on(day)));
        return new ParameterValues(parameters, values);
    }
}
