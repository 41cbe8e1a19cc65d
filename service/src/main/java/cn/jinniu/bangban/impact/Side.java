package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.impact.Change.RulePlace;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of two rulesets to compare. */
public final class Side {
    /** What messages are made of, beside the answer. */
    private static final List<String> WORDING = List.of("catalogue.yaml", "units.csv");

    private final String label;
    private final DecisionDesk desk;
    private final RulesetSource source;
    private final Map<String, RulePlace> rules = new LinkedHashMap<>();

    /**
     * @param label what people call it: a folder, a revision
     * @param desk decides by it
     * @param source its files
     */
    public Side(String label, DecisionDesk desk, RulesetSource source) {
        this.label = label;
        this.desk = desk;
        this.source = source;
        for (RuleInfo rule : desk.ruleset().rules()) {
            rules.put(rule.name(), new RulePlace(rule.name(), rule.file(), rule.line()));
        }
    }

    /** The same, called otherwise. */
    public Side called(String name) {
        return new Side(name, desk, source);
    }

    public String label() {
        return label;
    }

    public String version() {
        return desk.ruleset().version();
    }

    /** What the plain files beside its rules say. */
    public RulesetData data() {
        return desk.ruleset().data();
    }

    /** Answers a request by it. */
    public Answer answer(byte[] json, LocalDate today) {
        return desk.answer(json, today);
    }

    DecisionDesk desk() {
        return desk;
    }

    /** Where a rule is; null where the ruleset has none of that name. */
    @Nullable
    RulePlace rule(String name) {
        return rules.get(name);
    }

    /** Whether equal answers have equal messages on both sides. */
    boolean wordsLike(Side other) {
        return WORDING.stream().allMatch(path -> Arrays.equals(source.bytes(path), other.source.bytes(path)));
    }
}
