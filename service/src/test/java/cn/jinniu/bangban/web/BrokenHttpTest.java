package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("HTTP that is broken itself is answered with a problem too:")
class BrokenHttpTest {
    private static final String POST =
            "POST /v1/decisions HTTP/1.1|Host: x|Connection: close|Content-Type: application/json|";

    private final RunningService service = RunningService.shared();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "GARBAGE||, 400",
                "GET /{}[] HTTP/1.1|Host: x||, 400",
                "GET /%zz HTTP/1.1|Host: x||, 400",
                "GET /v1/parameters?asOf=%zz HTTP/1.1|Host: x||, 400",
                "GET /actuator/prometheus?x=%zz HTTP/1.1|Host: x||, 400",
                "GET /a/../../b HTTP/1.1|Host: x||, 400",
                "GET / HTTP/1.1||, 400",
                "GET / HTTP/9.9||, 505",
                POST + "Content-Length: -1||{}, 400",
                POST + "Content-Length: 5|Content-Length: 7||{}, 400",
                POST + "Transfer-Encoding: gzip||{}, 501",
                POST + "Transfer-Encoding: chunked||zz|{}|0||, 400",
                POST + "Expect: nonsense|Content-Length: 2||{}, 417"
            })
    @DisplayName("what cannot be read")
    void unreadable(String request, int status) throws IOException {
        try (RawCall call = new RawCall(service)) {
            call.send(request.replace("|", "\r\n")).endOutput();
            assertProblem(call, status);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 20||{}", "Transfer-Encoding: chunked||2|{}|"})
    @DisplayName("a body that breaks off, though what came of it is JSON")
    void brokenOff(String rest) throws IOException {
        try (RawCall call = new RawCall(service)) {
            call.send((POST + rest).replace("|", "\r\n")).endOutput();
            JsonNode problem = assertProblem(call, 400);
            assertThat(problem.path("instance").asString()).isEqualTo("/v1/decisions");
        }
    }

    private static JsonNode assertProblem(RawCall call, int status) throws IOException {
        assertThat(call.head())
                .startsWith("http/1.1 " + status)
                .contains("content-type: application/problem+json\n")
                .contains("x-content-type-options: nosniff\n")
                .contains("content-language: zh\n");
        String body = call.rest();
        JsonNode problem = Json.tree(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }
}
