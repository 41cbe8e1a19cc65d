package cn.jinniu.bangban.scenario;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.facts.FactErrorCode;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Among what the scenarios under test-data expect is")
class ShippedExpectationsTest {
    /** How an obligation can stand: its statuses, with what was done late told from what was done in time. */
    private enum Standing {
        IN_TIME,
        LATE,
        PENDING,
        OVERDUE,
        STANDING,
        SUSPENDED;

        static final Set<Standing> DATED = EnumSet.of(IN_TIME, LATE, PENDING, OVERDUE);
    }

    private static final Catalogue CATALOGUE = ShippedRules.RULESET.data().catalogue();

    private static final Set<String> CONTINUING = Set.of(
            "TRACK_PROJECT",
            "MANAGE_PROJECT",
            "SUPERVISE_CONSTRUCTION",
            "MANAGE_FUNDS",
            "AUDIT_PROJECT",
            "COORDINATE_APPROVALS",
            "LIAISE_LAND_OWNER",
            "RUN_SERVICE_ROOM");

    /** Duties that can stand in other ways than the rest. */
    private static final Map<String, Set<Standing>> OF_THEIR_OWN = Map.of(
            "DECIDE_WITHIN_COMMITMENT",
            EnumSet.of(Standing.IN_TIME, Standing.LATE, Standing.PENDING, Standing.OVERDUE, Standing.SUSPENDED),
            // A training held after the quarter's end is one of the next quarter.
            "HOLD_TRAINING",
            EnumSet.of(Standing.IN_TIME, Standing.PENDING, Standing.OVERDUE));

    private static final Map<String, Set<Severity>> SEVERITIES = Map.of(
            "REPORT_LATE", EnumSet.allOf(Severity.class),
            "COMMISSIONER_MISSING", EnumSet.of(Severity.WARNING, Severity.CRITICAL),
            "APPROVAL_OVERDUE", EnumSet.of(Severity.WARNING, Severity.CRITICAL),
            "OBLIGATION_OVERDUE", EnumSet.of(Severity.WARNING, Severity.CRITICAL),
            "DUE_SOON", EnumSet.of(Severity.INFO),
            "JOINT_MEETING_NEEDED", EnumSet.of(Severity.WARNING),
            "OWNER_UNDETERMINED", EnumSet.of(Severity.WARNING),
            "NO_COMMISSIONER", EnumSet.of(Severity.WARNING),
            "COMMISSIONER_CHURN", EnumSet.of(Severity.WARNING),
            "OUT_OF_SCOPE", EnumSet.of(Severity.INFO));

    /** Determinations whose value is a yes or a no; each should be expected both ways. */
    private static final List<String> YES_OR_NO = List.of("KEY_PROJECT", "GREEN_CHANNEL", "JOINT_MEETING");

    @Test
    @DisplayName("each duty in each way it can stand, and in no other")
    void obligations() {
        Map<String, Set<Standing>> possible = new TreeMap<>();
        for (String code : CATALOGUE.obligations().keySet()) {
            possible.put(
                    code,
                    CONTINUING.contains(code)
                            ? EnumSet.of(Standing.STANDING)
                            : OF_THEIR_OWN.getOrDefault(code, Standing.DATED));
        }
        Map<String, Set<Standing>> expected = ShippedScenarios.expected(Section.OBLIGATIONS)
                .filter(one -> one.entries().containsKey("status"))
                .collect(groupingBy(
                        AnswersComparison::code,
                        TreeMap::new,
                        mapping(
                                ShippedExpectationsTest::standing,
                                toCollection(() -> EnumSet.noneOf(Standing.class)))));
        assertThat(expected).isEqualTo(possible);
    }

    private static Standing standing(YamlMap obligation) {
        String status = text(obligation, "status");
        if (!status.equals("FULFILLED")) {
            return Standing.valueOf(status);
        }
        String daysLate = text(obligation, "daysLate");
        return daysLate.isEmpty() || daysLate.equals("0") ? Standing.IN_TIME : Standing.LATE;
    }

    @Test
    @DisplayName("each alert in each severity it can have, and in no other")
    void alerts() {
        Map<String, Set<Severity>> expected = ShippedScenarios.expected(Section.ALERTS)
                .filter(one -> one.entries().containsKey("severity"))
                .collect(groupingBy(
                        AnswersComparison::code,
                        mapping(
                                one -> Severity.valueOf(text(one, "severity")),
                                toCollection(() -> EnumSet.noneOf(Severity.class)))));
        assertThat(SEVERITIES).containsOnlyKeys(CATALOGUE.alerts().keySet());
        assertThat(expected).isEqualTo(SEVERITIES);
    }

    @Test
    @DisplayName("each determination on each of its grounds, and on none")
    void grounds() {
        CATALOGUE.determinations().forEach((code, determination) -> {
            List<YamlList> expected = ShippedScenarios.expected(Section.DETERMINATIONS)
                    .filter(one -> AnswersComparison.code(one).equals(code))
                    .filter(one -> one.entries().get("grounds") != null)
                    .map(one -> (YamlList) one.entries().get("grounds").value())
                    .toList();
            Set<String> grounds = new TreeSet<>();
            expected.forEach(list -> list.items().forEach(ground -> grounds.add(Matching.written(ground))));
            assertThat(grounds)
                    .as(code)
                    .containsExactlyInAnyOrderElementsOf(determination.grounds().keySet());
            assertThat(expected)
                    .as("%s on no ground", code)
                    .anyMatch(list -> list.items().isEmpty());
        });
    }

    @Test
    @DisplayName("each yes and each no")
    void yesAndNo() {
        for (String code : YES_OR_NO) {
            assertThat(ShippedScenarios.expected(Section.DETERMINATIONS)
                            .filter(one -> AnswersComparison.code(one).equals(code))
                            .map(one -> text(one, "value")))
                    .as(code)
                    .contains("true", "false");
        }
    }

    @ParameterizedTest
    @EnumSource(FactErrorCode.class)
    @DisplayName("each thing that can be wrong with a request, twice at least")
    void errors(FactErrorCode code) {
        assertThat(ShippedScenarios.expectedErrors()
                        .filter(error -> error.code().equals(code.name())))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    /** A field as it is written; empty where the scenario says nothing of it. */
    private static String text(YamlMap one, String field) {
        YamlItem.Entry entry = one.entries().get(field);
        return entry == null ? "" : Matching.written(entry.value());
    }
}
