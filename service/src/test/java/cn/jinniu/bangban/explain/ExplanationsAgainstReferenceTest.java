package cn.jinniu.bangban.explain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.Given;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Turn;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Takes explanations at their word: what they say turns an answer, or brings it, is done to the request, and the reference
 * implementation decides. A few questions with every build; {@code -Dexplanations=1000} asks more.
 */
@DisplayName("Explanations, held to the reference implementation,")
class ExplanationsAgainstReferenceTest {
    private static final int QUESTIONS = Integer.getInteger("explanations", 20);

    @Test
    @DisplayName("name values that by themselves turn an answer, for nearly every answer")
    void turns() {
        Random chance = new Random(42);
        int asked = 0;
        int turning = 0;
        for (long seed = 5_000; asked < QUESTIONS; seed++) {
            String json = RandomRequests.of(seed).json();
            List<Told> answers = Told.all(reference(json));
            if (answers.isEmpty()) {
                continue;
            }
            asked++;
            Told told = answers.get(chance.nextInt(answers.size()));
            Given given = Explanations.of(json, told.asking()).given().get(0);
            turning += given.hangsOn().isEmpty() ? 0 : 1;
            for (Turn turn : given.hangsOn()) {
                Map<String, String> then = Told.byKey(reference(ChangedRequest.with(json, List.of(turn.change()))));
                String now = then.get(told.key());
                assertThat(now).as("seed %s: %s with %s", seed, told, turn).isNotEqualTo(told.says());
                assertThat(turn.otherwise() == null)
                        .as("seed %s: whether %s goes with %s", seed, told, turn)
                        .isEqualTo(now == null);
            }
        }
        assertThat(turning).isGreaterThanOrEqualTo(asked * 9 / 10);
    }

    @Test
    @DisplayName("name changes that bring an answer of any code about any thing, for most questions that have one")
    void changes() {
        Random chance = new Random(43);
        Catalogue catalogue = ShippedRules.RULESET.data().catalogue();
        List<String> codes = new ArrayList<>(catalogue.obligations().keySet());
        codes.addAll(catalogue.determinations().keySet());
        codes.addAll(catalogue.alerts().keySet());
        int asked = 0;
        int changed = 0;
        for (long seed = 6_000; asked < QUESTIONS; seed++) {
            RandomRequests.Case random = RandomRequests.of(seed);
            List<String> subjects = subjects(random.facts());
            String code = codes.get(chance.nextInt(codes.size()));
            Asking asking = new Asking(null, null, code, subjects.get(chance.nextInt(subjects.size())));
            Outcome<Explanation> outcome = Explanations.outcome(random.json(), asking);
            if (!(outcome instanceof Outcome.Given<Explanation> given)
                    || given.answer().notGiven().isEmpty()) {
                continue;
            }
            asked++;
            NotGiven why = given.answer().notGiven().get(0);
            assertThat(why.rules()).as("seed %s: %s", seed, asking).isNotEmpty();
            if (!why.changes().isEmpty()) {
                changed++;
                Decision then = reference(ChangedRequest.with(random.json(), why.changes()));
                assertThat(Told.has(then, asking))
                        .as("seed %s: %s with %s", seed, asking, why.changes())
                        .isTrue();
            }
        }
        assertThat(changed).isGreaterThanOrEqualTo(asked * 3 / 4);
    }

    @Test
    @DisplayName("undo what took an answer away")
    void undo() {
        Random chance = new Random(44);
        int asked = 0;
        int changed = 0;
        for (long seed = 7_000; asked < QUESTIONS / 2; seed++) {
            String json = RandomRequests.of(seed).json();
            List<Told> answers = Told.all(reference(json));
            if (answers.isEmpty()) {
                continue;
            }
            Told told = answers.get(chance.nextInt(answers.size()));
            Given given = Explanations.of(json, told.asking()).given().get(0);
            Turn turn = given.hangsOn().stream()
                    .filter(each -> each.otherwise() == null
                            && !RequestTree.isElement(each.change().pointer()))
                    .findFirst()
                    .orElse(null);
            if (turn == null) {
                continue;
            }
            String without = ChangedRequest.with(json, List.of(turn.change()));
            if (!(Explanations.outcome(without, told.asking()) instanceof Outcome.Given<Explanation> then)) {
                continue; // what it was about is called otherwise now
            }
            asked++;
            List<NotGiven> notGiven = then.answer().notGiven();
            assertThat(notGiven).as("seed %s: %s without %s", seed, told, turn).hasSize(1);
            List<Change> changes = notGiven.get(0).changes();
            if (!changes.isEmpty()) {
                changed++;
                assertThat(Told.has(reference(ChangedRequest.with(without, changes)), told.asking()))
                        .as("seed %s: %s without %s, with %s", seed, told, turn, changes)
                        .isTrue();
            }
        }
        assertThat(changed).isGreaterThanOrEqualTo(asked / 2);
    }

    private static Decision reference(String json) {
        return Objects.requireNonNull(ChangedRequest.reference(json), () -> "cannot be decided: " + json);
    }

    private static List<String> subjects(CaseFile facts) {
        List<String> subjects = new ArrayList<>(List.of("district:510106"));
        Set<String> units = ShippedRules.RULESET.data().directory().units().keySet();
        units.stream().limit(3).forEach(id -> subjects.add("unit:" + id));
        facts.projects().forEach(each -> subjects.add("project:" + each.id()));
        facts.appointments().stream().limit(2).forEach(each -> subjects.add("commissioner:" + each.commissioner()));
        facts.serviceRequests().forEach(each -> subjects.add("serviceRequest:" + each.id()));
        facts.approvals().forEach(each -> subjects.add("approval:" + each.id()));
        facts.difficulties().forEach(each -> subjects.add("difficulty:" + each.id()));
        facts.reports().stream().limit(2).forEach(each -> subjects.add("report:" + each.id()));
        facts.followUpVisits().stream().limit(2).forEach(each -> subjects.add("followUpVisit:" + each.id()));
        District district = facts.district();
        if (district != null) {
            district.trainings().forEach(each -> subjects.add("training:" + each.id()));
            district.keyProjectLists()
                    .forEach(each -> subjects.add("keyProjectList:" + each.level() + "-" + each.year()));
        }
        return subjects;
    }
}
