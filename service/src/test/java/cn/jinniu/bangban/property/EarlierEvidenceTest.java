package cn.jinniu.bangban.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Left out, because there earlier is not simply better: evidence that counts only from some day on (urging, a meeting,
 * a contact moved before the list), and appointments, from which other duties begin to run.
 */
@DisplayName("Earlier evidence")
class EarlierEvidenceTest {
    private static final int CASES = 400;

    /** A duty, where its evidence stands, and the day before which that evidence cannot be (none: empty). */
    static Stream<Arguments> evidence() {
        return Stream.of(
                arguments("UNDERSTAND_REQUEST", "serviceRequests", "understoodOn", ""),
                arguments("CONNECT_SERVICE_ROOM", "serviceRequests", "roomConnectedOn", ""),
                arguments("INFORM_ONCE", "serviceRequests", "informedOn", ""),
                arguments("GUIDE_APPLICATION", "serviceRequests", "guidedOn", ""),
                arguments("OPEN_GREEN_CHANNEL", "approvals", "greenChannelOpenedOn", ""),
                arguments("DECIDE_ON_THE_SPOT", "approvals", "completedOn", "acceptedOn"),
                arguments("DECIDE_WITHIN_COMMITMENT", "approvals", "completedOn", "acceptedOn"),
                arguments("COORDINATE_DIFFICULTY", "difficulties", "resolvedOn", "raisedOn"),
                arguments("HAND_OVER_LAND", "projects", "landHandedOverOn", ""),
                arguments("PROVIDE_LAND_CONDITIONS", "projects", "landConditionsProvidedOn", ""),
                arguments("RECORD_FOLLOW_UP", "followUpVisits", "recordedOn", "visitedOn"),
                arguments("FOLLOW_UP_VISIT", "followUpVisits", "visitedOn", ""),
                arguments("SERVICE_REPORT", "reports", "submittedOn", ""),
                arguments("EVIDENCE_REPORT", "reports", "submittedOn", ""),
                arguments("PROGRESS_REPORT", "reports", "submittedOn", ""));
    }

    @ParameterizedTest(name = "of {0} ({2}) never makes it later")
    @MethodSource("evidence")
    void neverMakesADutyLater(String code, String list, String field, String notBefore) {
        int[] compared = new int[1];
        Requests.seeds(CASES).forEach(seed -> {
            ObjectNode request = Requests.of(seed);
            Map<String, Obligation> before = obligations(request, code);
            Random random = new Random(seed);
            Requests.elements(request, list).forEach(fact -> earlier(fact, field, notBefore, request, random));
            obligations(request, code).forEach((id, after) -> {
                Obligation was = before.get(id);
                if (was != null) {
                    assertThat(after.daysLate())
                            .as("seed %s, days late of %s", seed, id)
                            .isLessThanOrEqualTo(was.daysLate());
                    assertThat(worse(after.status()))
                            .as("seed %s, status of %s", seed, id)
                            .isLessThanOrEqualTo(worse(was.status()));
                    compared[0] += after.equals(was) ? 0 : 1;
                }
            });
        });
        assertThat(compared[0]).as("obligations that came to stand otherwise").isGreaterThan(10);
    }

    private static Map<String, Obligation> obligations(ObjectNode request, String code) {
        return Asked.decision(request).obligations().stream()
                .filter(obligation -> obligation.code().equals(code))
                .collect(Collectors.toMap(Obligation::id, Function.identity()));
    }

    /** Moves a day back by up to thirty days, or puts one on or before the day decided for where there is none. */
    private static void earlier(ObjectNode fact, String field, String notBefore, ObjectNode request, Random random) {
        String now = Requests.text(fact, field);
        LocalDate from = now.isEmpty() ? Requests.asOf(request) : LocalDate.parse(now);
        LocalDate day = from.minusDays(random.nextInt(31));
        if (!notBefore.isEmpty()) {
            LocalDate least = LocalDate.parse(Requests.text(fact, notBefore));
            day = day.isBefore(least) ? least : day;
        }
        fact.put(field, day.toString());
    }

    private static int worse(Status status) {
        return switch (status) {
            case FULFILLED -> 0;
            case PENDING, SUSPENDED, STANDING -> 1;
            case OVERDUE -> 2;
        };
    }
}
