package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.facts.Breakage;
import cn.jinniu.bangban.facts.FactErrorCode;
import cn.jinniu.bangban.reference.WorkedExamples;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Requests broken at random, over HTTP")
class InvalidRequestsOverHttpTest {
    private static final int REQUESTS = 1_000;

    private final RunningService service = RunningService.shared();

    @Test
    @DisplayName("are decided, or refused with 400 or 422, and never break the service")
    void neverFail() {
        Random random = new Random(20260326);
        List<String> names = WorkedExamples.names();
        Map<Integer, Integer> statuses = new TreeMap<>();
        EnumSet<FactErrorCode> codes = EnumSet.noneOf(FactErrorCode.class);
        for (int i = 0; i < REQUESTS; i++) {
            String json = WorkedExamples.request(names.get(random.nextInt(names.size())));
            byte[] request = random.nextInt(4) == 0
                    ? Breakage.ofBytes(json.getBytes(StandardCharsets.UTF_8), random)
                    : Breakage.ofTokens(json, random).getBytes(StandardCharsets.UTF_8);
            HttpResponse<byte[]> answer = service.post(RunningService.JSON, request);
            assertThat(answer.statusCode())
                    .as(() -> new String(request, StandardCharsets.UTF_8))
                    .isIn(200, 400, 422);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() != 200) {
                JsonNode problem = ProblemsOverHttpTest.problem(answer, answer.statusCode(), RunningService.DECISIONS);
                for (JsonNode error : problem.path("errors")) {
                    codes.add(FactErrorCode.valueOf(error.path("code").asString()));
                    assertThat(error.path("pointer").asString()).matches("(/.*)?");
                }
            }
        }
        assertThat(statuses).containsOnlyKeys(200, 400, 422);
        assertThat(statuses.get(422)).isGreaterThan(REQUESTS / 4);
        assertThat(codes).hasSizeGreaterThan(8);
    }
}
