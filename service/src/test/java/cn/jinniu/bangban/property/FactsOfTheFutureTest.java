package cn.jinniu.bangban.property;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.facts.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("What happens after the day decided for")
class FactsOfTheFutureTest {
    private static final int CASES = 1_000;

    /** The date by which a fact of each list is known at all. */
    private static final Map<String, String> OWN_DATE = Map.of(
            "appointments", "appointedOn",
            "ownerContacts", "contactedOn",
            "serviceRequests", "receivedOn",
            "approvals", "acceptedOn",
            "difficulties", "raisedOn",
            "reports", "submittedOn",
            "followUpVisits", "visitedOn");

    /** Events of facts that are known already. Planned days are not events: a plan is seen before its day. */
    private static final Map<String, List<String>> EVENTS = Map.of(
            "projects",
                    List.of(
                            "majorInvestmentRecognisedOn",
                            "landContractSignedOn",
                            "landAllocatedOn",
                            "landHandedOverOn",
                            "landConditionsRequestedOn",
                            "landConditionsProvidedOn",
                            "completedOn"),
            "appointments", List.of("endedOn"),
            "serviceRequests", List.of("understoodOn", "roomConnectedOn", "informedOn", "guidedOn"),
            "approvals", List.of("greenChannelOpenedOn", "urgedOn", "completedOn"),
            "difficulties", List.of("meetingRequestedOn", "meetingHeldOn", "resolvedOn"),
            "followUpVisits", List.of("recordedOn"));

    private static final Map<String, String> DISTRICT_DATE =
            Map.of("trainingPlans", "issuedOn", "bulletins", "issuedOn");

    @Test
    @DisplayName("never changes a byte of the answer, be it a fact, an event of a known fact, or a suspension")
    void changesNothing() {
        int[] added = new int[1];
        Requests.seeds(CASES).forEach(seed -> {
            ObjectNode request = Requests.of(seed);
            String answer = Asked.answer(request);
            added[0] += new Future(request, new Random(seed)).add();
            assertThat(Asked.answer(request)).as("seed %s", seed).isEqualTo(answer);
        });
        assertThat(added[0]).as("facts and events added").isGreaterThan(10 * CASES);
    }

    /** Adds to a request what is dated after its day. */
    private static final class Future {
        private final ObjectNode request;
        private final Random random;
        private int added;

        Future(ObjectNode request, Random random) {
            this.request = request;
            this.random = random;
        }

        int add() {
            EVENTS.forEach((list, events) -> Requests.elements(request, list)
                    .forEach(fact -> events.forEach(event -> date(fact, event, OWN_DATE.getOrDefault(list, "")))));
            OWN_DATE.forEach((list, date) ->
                    Requests.elements(request, list).forEach(fact -> copy(Requests.list(request, list), fact, date)));
            Requests.elements(request, "projects").forEach(project -> entries(project, "listings"));
            Requests.elements(request, "approvals").stream()
                    .filter(approval -> Requests.text(approval, "kind").equals("COMMITMENT"))
                    .forEach(approval -> {
                        Requests.list(approval, "suspensions").addObject().put("from", later());
                        added++;
                    });
            if (request.get("district") instanceof ObjectNode district) {
                DISTRICT_DATE.forEach((list, date) -> Requests.elements(district, list)
                        .forEach(fact -> copy(Requests.list(district, list), fact, date)));
                Requests.elements(district, "keyProjectLists").forEach(list -> date(list, "providedToRoomOn", ""));
                entries(district, "keyProjectLists");
                Requests.elements(district, "trainings").forEach(training -> date(training, "heldOn", ""));
            }
            return added;
        }

        private String later() {
            LocalDate asOf = Requests.asOf(request);
            return asOf.plusDays(1 + random.nextInt(60)).toString();
        }

        /** Dates an event that has none: after the day decided for, and not before the fact's own date. */
        private void date(ObjectNode fact, String event, String ownDate) {
            if (Requests.text(fact, event).isEmpty()) {
                String day = later();
                String own = Requests.text(fact, ownDate);
                fact.put(event, day.compareTo(own) < 0 ? own : day);
                added++;
            }
        }

        private void copy(ArrayNode list, ObjectNode fact, String date) {
            ObjectNode copy = fact.deepCopy();
            EVENTS.values().forEach(events -> events.forEach(copy::remove));
            copy.remove("suspensions");
            if (copy.has("id")) {
                copy.put("id", Requests.text(fact, "id") + "-future");
            }
            list.add(copy.put(date, later()));
            added++;
        }

        /** Adds this year's entry of each level that has none; there is one entry to a level and year. */
        private void entries(ObjectNode parent, String field) {
            int year = Requests.asOf(request).getYear();
            for (Level level : Level.values()) {
                boolean known = Requests.elements(parent, field).stream()
                        .anyMatch(entry -> Requests.text(entry, "level").equals(level.name())
                                && entry.get("year").intValue() == year);
                if (!known) {
                    Requests.list(parent, field)
                            .addObject()
                            .put("level", level.name())
                            .put("year", year)
                            .put("issuedOn", later());
                    added++;
                }
            }
        }
    }
}
