package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What a scenario's request is expected to be answered with. */
sealed interface Expected {
    /**
     * A decision with these answers in it.
     *
     * @param answers what must be there, each by some of its fields; every section has its list
     * @param none what must not be there, in any section
     * @param closed sections that may have no answers but those expected
     * @param line where the scenario says so, from 1
     */
    record Answers(Map<Section, List<YamlMap>> answers, List<YamlMap> none, Set<Section> closed, int line)
            implements Expected {}

    /**
     * Exactly this decision, but for its id, its ruleset, and the wording of rules and messages.
     *
     * @param line where the scenario names it, from 1
     */
    record Whole(ObjectNode decision, int line) implements Expected {}

    /**
     * No decision.
     *
     * @param errors all that is found wrong with the facts, empty where they are not even JSON
     * @param line where the scenario says so, from 1
     */
    record Refusal(int status, Set<ExpectedError> errors, int line) implements Expected {}

    /** One thing that is found wrong with the facts. */
    record ExpectedError(String pointer, String code) {}
}
