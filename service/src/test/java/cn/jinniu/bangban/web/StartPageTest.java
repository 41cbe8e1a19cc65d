package cn.jinniu.bangban.web;

import static cn.jinniu.bangban.web.RunningService.header;
import static cn.jinniu.bangban.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that shows the interface")
class StartPageTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final RunningService service = RunningService.shared();

    @Test
    @DisplayName("is where the bare address leads")
    void redirect() {
        HttpResponse<byte[]> answer = service.get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/swagger-ui/index.html");
    }

    @Test
    @DisplayName("needs nothing but this service")
    void offline() {
        HttpResponse<byte[]> page = service.get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        List<String> loaded = LOADED.matcher(text(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(loaded).hasSizeGreaterThan(3);
        for (String file : loaded) {
            assertThat(file).doesNotContain("//");
            assertThat(service.get("/swagger-ui/" + file).statusCode()).isEqualTo(200);
        }
        assertThat(text(service.get("/swagger-ui/swagger-initializer.js")))
                .contains("\"/v3/api-docs\"")
                .doesNotContain("petstore");
    }
}
