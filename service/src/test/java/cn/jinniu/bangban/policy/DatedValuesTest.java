package cn.jinniu.bangban.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.DecisionComparison;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A new value of a parameter")
class DatedValuesTest {
    private static final int CASES = 600;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private static final Pattern PARAMETER = Pattern.compile(
            "(?m)^  type: (\\S+)\\n  clause: .*\\n  values:\\n    - from: 2000-01-01\\n      value: (\\S+)\\n(?:      note: .*\\n)?");

    @Test
    @DisplayName("holds from its day and not before: each day is decided as if the value of that day had always held")
    void holdsFromItsDay() throws RulesetRefused {
        Ruleset before = ShippedRules.RULESET;
        Ruleset changing = Ruleset.load(otherwise(true).source());
        Ruleset changed = Ruleset.load(otherwise(false).source());
        List<CaseFile> requests = LongStream.range(0, CASES)
                .mapToObj(seed -> RandomRequests.of(seed).facts())
                .toList();
        int[] different = new int[2];
        for (CaseFile facts : requests) {
            boolean holds = !facts.asOf().isBefore(FROM);
            Decision old = before.decide(facts);
            Decision now = changed.decide(facts);
            assertThat(DecisionComparison.differences(holds ? now : old, changing.decide(facts)))
                    .as("decided for %s", facts.asOf())
                    .isEmpty();
            different[holds ? 1 : 0] += DecisionComparison.differences(old, now).isEmpty() ? 0 : 1;
        }
        assertThat(different[0])
                .as("requests before the day that the new values would change")
                .isPositive();
        assertThat(different[1])
                .as("requests from the day on that the new values do change")
                .isPositive();
    }

    /** The shipped rules with another value for every parameter: from {@link #FROM} on, or from the beginning. */
    private static RulesFolder otherwise(boolean dated) {
        RulesFolder folder = new RulesFolder();
        Matcher parameters = PARAMETER.matcher(folder.text("parameters.yaml"));
        StringBuilder text = new StringBuilder();
        int count = 0;
        while (parameters.find()) {
            count++;
            String other = other(parameters.group(1), parameters.group(2));
            String found = parameters.group();
            parameters.appendReplacement(
                    text,
                    Matcher.quoteReplacement(
                            dated
                                    ? found + "    - from: " + FROM + "\n      value: " + other + "\n"
                                    : found.replaceFirst("value: \\S+", "value: " + other)));
        }
        parameters.appendTail(text);
        assertThat(count)
                .as("parameters")
                .isEqualTo(ShippedRules.RULESET.data().parameters().all().size());
        return folder.with("parameters.yaml", text.toString());
    }

    private static String other(String type, String value) {
        return switch (type) {
            case "working-days", "calendar-days", "count" -> String.valueOf(Integer.parseInt(value) + 1);
            case "day-of-month" -> value.equals("LAST") ? "27" : "LAST";
            case "month-day" -> value.substring(0, 3) + "15";
            case "roll" -> value.equals("NONE") ? "NEXT" : "NONE";
            default -> throw new AssertionError("a type that this test does not know: " + type);
        };
    }
}
