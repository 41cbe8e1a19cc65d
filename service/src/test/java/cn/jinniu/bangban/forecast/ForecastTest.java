package cn.jinniu.bangban.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.reference.RandomRequests;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A forecast")
class ForecastTest {
    private static final List<String> LISTS = List.of("determinations", "obligations", "alerts");

    @Nested
    @DisplayName("is what deciding again on each day gives")
    class Exact {
        static LongStream seeds() {
            return LongStream.range(7000, 7024);
        }

        @ParameterizedTest(name = "for random request {0}")
        @MethodSource("seeds")
        void asDecidingAgain(long seed) {
            ObjectNode request = Forecasts.tree(RandomRequests.of(seed).json());
            if (seed % 2 == 0) {
                request.remove("reportingFrom");
            }
            LocalDate asOf = LocalDate.parse(request.get("asOf").stringValue());
            LocalDate until = last(request, asOf.plusDays(20 + seed % 7 * 10));
            JsonNode forecast = Forecasts.ahead(request, until, null);
            Map<LocalDate, JsonNode> days = new LinkedHashMap<>();
            forecast.get("days")
                    .forEach(day -> days.put(LocalDate.parse(day.get("day").stringValue()), day));
            assertThat(new ArrayList<>(days.keySet())).isSorted();
            JsonNode before = Forecasts.decisionOn(asOf, request);
            for (LocalDate day = asOf.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
                JsonNode after = Forecasts.decisionOn(day, request);
                assertDay(day, before, after, days.remove(day));
                before = after;
            }
            assertThat(days).isEmpty();
        }

        /** A request with a first month can be decided up to 60 months after it only. */
        private static LocalDate last(ObjectNode request, LocalDate wanted) {
            if (!request.path("reportingFrom").isString()) {
                return wanted;
            }
            LocalDate last = YearMonth.parse(request.get("reportingFrom").stringValue())
                    .plusMonths(60)
                    .atEndOfMonth();
            return wanted.isAfter(last) ? last : wanted;
        }

        private static void assertDay(LocalDate day, JsonNode before, JsonNode after, JsonNode told) {
            boolean changes = false;
            for (String list : LISTS) {
                Map<String, JsonNode> was = byKey(before.get(list));
                Map<String, JsonNode> is = byKey(after.get(list));
                List<JsonNode> added = new ArrayList<>();
                List<JsonNode> changedFrom = new ArrayList<>();
                List<JsonNode> changedTo = new ArrayList<>();
                is.forEach((key, answer) -> {
                    JsonNode old = was.remove(key);
                    if (old == null) {
                        added.add(answer);
                    } else if (!comparable(old, answer).equals(comparable(answer, old))) {
                        changedFrom.add(old);
                        changedTo.add(answer);
                    }
                });
                changes |= !added.isEmpty() || !was.isEmpty() || !changedTo.isEmpty();
                JsonNode there = told == null ? Forecasts.tree("{}") : told.get(list);
                assertThat(elements(there, "added")).as("%s %s", day, list).isEqualTo(added);
                assertThat(elements(there, "removed")).as("%s %s", day, list).containsExactlyElementsOf(was.values());
                List<JsonNode> changed = elements(there, "changed");
                assertThat(changed.stream().map(change -> change.get("before"))).isEqualTo(changedFrom);
                assertThat(changed.stream().map(change -> change.get("after"))).isEqualTo(changedTo);
                changed.forEach(Exact::assertFields);
            }
            assertThat(told != null).as("%s is told", day).isEqualTo(changes);
        }

        private static void assertFields(JsonNode change) {
            List<String> differing = new ArrayList<>();
            JsonNode before = comparable(change.get("before"), change.get("after"));
            JsonNode after = comparable(change.get("after"), change.get("before"));
            before.propertyNames().forEach(name -> {
                if (!before.get(name).equals(after.get(name))) {
                    differing.add(name);
                }
            });
            assertThat(elements(change, "fields").stream().map(JsonNode::stringValue))
                    .isEqualTo(differing);
        }

        /** An answer without its wording, and without the count that goes up by itself. */
        private static JsonNode comparable(JsonNode answer, JsonNode other) {
            ObjectNode copy = (ObjectNode) answer.deepCopy();
            copy.remove(List.of("message", "rule"));
            if (text(answer, "status").equals("OVERDUE")
                    && text(other, "status").equals("OVERDUE")
                    && text(answer, "due").equals(text(other, "due"))) {
                copy.remove("daysLate");
            }
            return copy;
        }

        private static Map<String, JsonNode> byKey(JsonNode answers) {
            Map<String, JsonNode> map = new LinkedHashMap<>();
            answers.forEach(answer -> map.put(
                    answer.has("id")
                            ? text(answer, "id")
                            : text(answer, "code") + answer.get("subject").toString(),
                    answer));
            return map;
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<JsonNode> elements(JsonNode parent, String field) {
        List<JsonNode> elements = new ArrayList<>();
        parent.path(field).forEach(elements::add);
        return elements;
    }

    private static Stream<String> told(JsonNode forecast, String day, String list, String change) {
        return elements(forecast, "days").stream()
                .filter(each -> text(each, "day").equals(day))
                .flatMap(each -> elements(each.get(list), change).stream())
                .map(answer -> change.equals("changed") ? answer.get("after") : answer)
                .map(answer -> text(answer, "id") + ' ' + text(answer, "status"));
    }

    private static ObjectNode project(String facts) {
        return Forecasts.tree(
                "{\"asOf\":\"2026-03-03\",\"projects\":[{\"id\":\"P-1\",\"functionalZone\":\"jinniu-hightech-zone\","
                        + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}]" + facts
                        + "}]}");
    }

    @Test
    @DisplayName("tells on the day after the due day that an obligation is overdue, and not again each day after that")
    void becomesOverdue() {
        JsonNode forecast =
                Forecasts.ahead(project(",\"landContractSignedOn\":\"2026-03-02\""), LocalDate.of(2026, 3, 20), null);
        assertThat(told(forecast, "2026-03-06", "obligations", "changed"))
                .containsExactly("ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:P-1 OVERDUE");
        assertThat(elements(forecast, "days")).noneMatch(day -> text(day, "day").equals("2026-03-07"));
    }

    @Test
    @DisplayName("sees a fact that is dated later from its day on")
    void futureFacts() {
        JsonNode forecast =
                Forecasts.ahead(project(",\"landContractSignedOn\":\"2026-03-10\""), LocalDate.of(2026, 3, 20), null);
        assertThat(told(forecast, "2026-03-09", "obligations", "added")).isEmpty();
        assertThat(told(forecast, "2026-03-10", "obligations", "added"))
                .contains("ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:P-1 PENDING");
    }

    @Test
    @DisplayName("narrowed to a unit, keeps what it bears, what it is told and what names it")
    void bearer() {
        JsonNode forecast = Forecasts.ahead(
                project(",\"landContractSignedOn\":\"2026-03-02\""), LocalDate.of(2026, 4, 10), "land-use-center");
        assertThat(elements(forecast, "days")).isNotEmpty().allSatisfy(day -> {
            for (String change : List.of("added", "removed")) {
                assertThat(elements(day.get("obligations"), change))
                        .allMatch(one -> text(one, "bearer").equals("land-use-center"));
                assertThat(elements(day.get("alerts"), change))
                        .allMatch(one -> one.get("addressees").toString().contains("land-use-center"));
            }
        });
        assertThat(told(forecast, "2026-03-31", "obligations", "changed"))
                .containsExactly("HAND_OVER_LAND:land-use-center:project:P-1 OVERDUE");
    }

    @Test
    @DisplayName("up to the day it begins with tells nothing")
    void sameDay() {
        assertThat(Forecasts.ahead(project(""), LocalDate.of(2026, 3, 3), null)
                        .get("days")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest(name = "up to {0} from {1} on is {2}")
    @CsvSource({
        "2026-03-02, , before asOf",
        "2027-04-08, , more than 400 days on",
        "2026-04-01, 2021-03, too late for the first month",
        "2101-01-01, , beyond all days"
    })
    @DisplayName("is refused with what to do where the last day cannot be reached")
    void lastDay(LocalDate until, String from, String why) {
        ObjectNode request = project("");
        if (from != null) {
            request.put("reportingFrom", from);
        }
        assertThat(Forecasts.refusal(request, until, null)).satisfies(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.type()).isEqualTo("urn:bangban:problem:parameter");
            assertThat(problem.detail().en()).startsWith("until: " + until).as(why);
        });
    }

    @Test
    @DisplayName("can be 400 days long")
    void longest() {
        assertThat(Forecasts.ahead(project(""), LocalDate.of(2026, 3, 3).plusDays(400), null)
                        .get("until")
                        .stringValue())
                .isEqualTo("2027-04-07");
    }

    @Test
    @DisplayName("of a request that cannot be decided is refused with all errors; so is one for a unit there is not")
    void refusals() {
        ObjectNode request = project(",\"secter\":\"X\",\"sector\":\"Y\"");
        assertThat(Forecasts.refusal(request, LocalDate.of(2026, 4, 1), null).errors())
                .hasSize(2);
        assertThat(Forecasts.refusal(project(""), LocalDate.of(2026, 4, 1), "nobody")
                        .detail()
                        .en())
                .startsWith("bearer: ");
    }
}
