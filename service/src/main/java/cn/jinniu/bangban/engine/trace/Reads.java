package cn.jinniu.bangban.engine.trace;

import cn.jinniu.bangban.calendar.Counting;
import cn.jinniu.bangban.vocabulary.LookUp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was read beside the facts matched; each once, in the order it was first read. */
public final class Reads {
    private final Set<String> parameters = new LinkedHashSet<>();
    private final Set<Counting> countings = new LinkedHashSet<>();
    private final Set<LookUp> lookUps = new LinkedHashSet<>();

    public void parameter(String key) {
        parameters.add(key);
    }

    public void counting(Counting counting) {
        countings.add(counting);
    }

    public void lookUp(LookUp lookUp) {
        lookUps.add(lookUp);
    }

    /** Keys of parameters. */
    public List<String> parameters() {
        return List.copyOf(parameters);
    }

    /** Counts of working days, and rolls. */
    public List<Counting> countings() {
        return List.copyOf(countings);
    }

    /** Look-ups among the facts sent. */
    public List<LookUp> lookUps() {
        return List.copyOf(lookUps);
    }
}
