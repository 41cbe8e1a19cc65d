package cn.jinniu.bangban.explain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.calendar.Counting;
import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.CountShown;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Origin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Explanations of random decisions")
class RandomExplanationsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DecisionDesk DESK = new DecisionDesk(ShippedRules.RULESET);
    private static final Asking EVERYTHING = new Asking(null, null, null, null);

    @ParameterizedTest(name = "request {0}")
    @ValueSource(longs = {2, 7, 12, 23, 42})
    @DisplayName("name fields that the request has, with the values it has")
    void fieldsExist(long seed) {
        String json = RandomRequests.of(seed).json();
        JsonNode request = MAPPER.readTree(json);
        Explanation explanation = Explanations.of(json, EVERYTHING);
        List<Origin> origins = new ArrayList<>();
        List<CountShown> counts = new ArrayList<>();
        explanation.given().forEach(given -> collect(given.because(), origins, counts));
        for (Origin origin : origins) {
            JsonNode there = request.at(JsonPointer.compile(origin.pointer()));
            if (there.isString()) {
                assertThat(origin.sent()).as(origin.pointer()).isEqualTo(there.stringValue());
            } else if (there.isBoolean()) {
                assertThat(origin.sent()).as(origin.pointer()).isEqualTo(there.booleanValue());
            }
        }
        counts.forEach(RandomExplanationsTest::assertCounted);
    }

    /** A due day is the day it counts from and as many days more as it counts and skips. */
    private static void assertCounted(CountShown count) {
        if (count.to() == null || count.way() == Counting.Way.BETWEEN) {
            return;
        }
        boolean back = count.way() == Counting.Way.BEFORE || count.way() == Counting.Way.ROLL_PREVIOUS;
        long days = (long) count.days() + count.skipped().size();
        assertThat(count.to()).as(count.toString()).isEqualTo(count.from().plusDays(back ? -days : days));
        count.skipped().stream()
                .filter(skipped -> skipped.reason() == CountShown.Reason.WEEKEND)
                .forEach(
                        skipped -> assertThat(skipped.day().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    private static void collect(Because because, List<Origin> origins, List<CountShown> counts) {
        counts.addAll(because.counts());
        because.conditions().forEach(condition -> condition.facts().forEach(fact -> collect(fact, origins, counts)));
        because.lookUps().forEach(lookUp -> lookUp.found().forEach(fact -> collect(fact, origins, counts)));
    }

    private static void collect(FactShown fact, List<Origin> origins, List<CountShown> counts) {
        fact.fields().forEach(field -> origins.addAll(field.origins()));
        if (fact.because() != null) {
            collect(fact.because(), origins, counts);
        }
    }

    @Test
    @DisplayName("name changes with which the reference implementation, too, gives the answer")
    void changesAreTrue() {
        List<String> codes = List.copyOf(
                ShippedRules.RULESET.data().catalogue().obligations().keySet());
        Random chance = new Random(20260326);
        int asked = 0;
        int changed = 0;
        for (long seed = 100; asked < 25; seed++) {
            CaseFile facts = RandomRequests.of(seed).facts();
            String json = RandomRequests.of(seed).json();
            if (facts.projects().isEmpty()) {
                continue;
            }
            String code = codes.get(chance.nextInt(codes.size()));
            String project = facts.projects().get(0).id();
            Outcome<Explanation> outcome =
                    Explanations.outcome(json, new Asking(null, null, code, "project:" + project));
            if (!(outcome instanceof Outcome.Given<Explanation> given)
                    || given.answer().notGiven().isEmpty()) {
                continue;
            }
            asked++;
            NotGiven why = given.answer().notGiven().get(0);
            assertThat(why.rules()).as(code).isNotEmpty();
            if (!why.changes().isEmpty()) {
                changed++;
                Decision decision = ReferenceData.decider().decide(changed(json, facts.asOf(), why.changes()));
                assertThat(answers(decision, code, project))
                        .as("seed %s: %s about %s with %s", seed, code, project, why.changes())
                        .isTrue();
            }
        }
        assertThat(changed).isGreaterThanOrEqualTo(asked * 3 / 4);
    }

    private static boolean answers(Decision decision, String code, String project) {
        for (Obligation obligation : decision.obligations()) {
            if (obligation.code().equals(code) && obligation.subject().id().equals(project)) {
                return true;
            }
        }
        for (Alert alert : decision.alerts()) {
            if (alert.code().equals(code) && alert.subject().id().equals(project)) {
                return true;
            }
        }
        return false;
    }

    private static CaseFile changed(String json, LocalDate asOf, List<Change> changes) {
        JsonNode request = MAPPER.readTree(json);
        for (Change change : changes) {
            int slash = change.pointer().lastIndexOf('/');
            String last = change.pointer().substring(slash + 1);
            JsonNode parent = parent(request, change.pointer().substring(0, slash));
            if (parent instanceof ArrayNode list) {
                if (last.equals("-")) {
                    list.add(MAPPER.<JsonNode>valueToTree(change.to()));
                } else {
                    list.remove(Integer.parseInt(last));
                }
            } else if (change.to() == null) {
                ((ObjectNode) parent).remove(last);
            } else {
                ((ObjectNode) parent).set(last, MAPPER.valueToTree(change.to()));
            }
        }
        byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
        return ((Reading.Facts) DESK.read(bytes, asOf)).facts();
    }

    private static JsonNode parent(JsonNode request, String pointer) {
        JsonNode there = request.at(JsonPointer.compile(pointer));
        if (there.isMissingNode() || there.isNull()) {
            int slash = pointer.lastIndexOf('/');
            ArrayNode made = MAPPER.createArrayNode();
            ((ObjectNode) request.at(JsonPointer.compile(pointer.substring(0, slash))))
                    .set(pointer.substring(slash + 1), made);
            return made;
        }
        return there;
    }
}
