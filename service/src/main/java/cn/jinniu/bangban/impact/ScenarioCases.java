package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.scenario.Scenario;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The requests of scenarios. What they expect does not matter here. */
public final class ScenarioCases implements Impact.Cases {
    private final Iterator<Scenario> scenarios;
    private final UnaryOperator<String> name;

    /** @param name what to call a scenario by its file */
    public ScenarioCases(List<Scenario> scenarios, UnaryOperator<String> name) {
        this.scenarios = scenarios.iterator();
        this.name = name;
    }

    @Override
    public @Nullable Case next() {
        if (!scenarios.hasNext()) {
            return null;
        }
        Scenario scenario = scenarios.next();
        return new Case(name.apply(scenario.file()), 0, scenario.title(), scenario.request());
    }
}
