package cn.jinniu.bangban.property;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Two requests with some of the projects each")
class UnrelatedProjectsTest {
    private static final int CASES = 1_000;

    /** The subjects that belong to one project. Commissioners and units may have to do with several. */
    private static final Set<String> OF_ONE_PROJECT = Set.of("project", "serviceRequest", "approval", "difficulty");

    private static final List<String> LISTS_BY_PROJECT =
            List.of("appointments", "ownerContacts", "serviceRequests", "approvals", "difficulties", "reports");

    @Test
    @DisplayName("give together the same answers about each project as one request with all of them")
    void answerAlike() {
        int[] answers = new int[1];
        Requests.seeds(CASES).forEach(seed -> {
            List<Object> whole = aboutProjects(Asked.decision(Requests.of(seed)));
            List<Object> halves = new ArrayList<>(aboutProjects(Asked.decision(half(seed, 0))));
            halves.addAll(aboutProjects(Asked.decision(half(seed, 1))));
            assertThat(halves).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(whole);
            answers[0] += whole.size();
        });
        assertThat(answers[0]).as("answers compared").isGreaterThan(10 * CASES);
    }

    /** Every second project of a request with the facts about them, and the facts about no project. */
    private static ObjectNode half(long seed, int remainder) {
        ObjectNode request = Requests.of(seed);
        Set<String> other = new HashSet<>();
        int place = 0;
        for (ObjectNode project : Requests.elements(request, "projects")) {
            if (place++ % 2 != remainder) {
                other.add(Requests.text(project, "id"));
            }
        }
        Requests.keep(request, "projects", project -> !other.contains(Requests.text(project, "id")));
        LISTS_BY_PROJECT.forEach(
                list -> Requests.keep(request, list, fact -> !other.contains(Requests.text(fact, "project"))));
        Set<String> reports = new HashSet<>();
        Requests.elements(request, "reports").forEach(report -> reports.add(Requests.text(report, "id")));
        Requests.keep(request, "followUpVisits", visit -> reports.contains(Requests.text(visit, "report")));
        return request;
    }

    private static List<Object> aboutProjects(Decision decision) {
        List<Object> answers = new ArrayList<>();
        answers.addAll(only(decision.determinations(), Determination::subject));
        answers.addAll(only(decision.obligations(), Obligation::subject));
        answers.addAll(only(decision.alerts(), Alert::subject));
        return answers;
    }

    private static <T> List<T> only(List<T> answers, Function<T, Subject> subject) {
        return answers.stream()
                .filter(answer -> OF_ONE_PROJECT.contains(subject.apply(answer).type()))
                .toList();
    }
}
