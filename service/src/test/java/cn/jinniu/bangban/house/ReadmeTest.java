package cn.jinniu.bangban.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The READMEs")
class ReadmeTest {
    private static final Path TOP = Path.of("..");
    private static final String README = read("README.md");

    private static String read(String path) {
        try {
            return Files.readString(TOP.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    @DisplayName("show a first request, in both languages the same, that is answered with the sentences they quote")
    void firstRequest() {
        List<String> requests = found(README, "-d '(\\{.*?\\})'$");
        assertThat(requests).hasSize(2).allMatch(requests.get(0)::equals);
        String chinese = answer(requests.get(0), Language.ZH);
        String english = answer(requests.get(0), Language.EN);
        assertThat(english)
                .contains(found(README, "^     (\"message\": \"[^\"]*\")\\},?$")
                        .get(0)
                        .replace("\": ", "\":"));
        assertThat(english)
                .contains(found(README, "^    \\{(\"id\": .*?)\\n")
                        .get(0)
                        .replace("\": ", "\":")
                        .replace(", \"", ",\""));
        assertThat(chinese)
                .contains(found(README, "的 `message` 是：\\n“(.*?)”\\n").get(0));
    }

    private static String answer(String request, Language language) {
        DecisionDesk desk = new DecisionDesk(ShippedRules.RULESET);
        Answer answer = desk.answer(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 1, 1));
        assertThat(answer).isInstanceOf(Answer.Decided.class);
        byte[] bytes = desk.bytes(((Answer.Decided) answer).decision(), "d-1", language);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("name the command that .ci/run runs, and requests that are shipped")
    void commands() {
        assertThat(README).contains("\nmvn verify\n");
        assertThat(read(".ci/run")).contains("\nmvn -B verify\n");
        assertThat(found(README, "(test-data/\\S+\\.json)")).isNotEmpty().allMatch(ReadmeTest::exists);
    }

    @ParameterizedTest(name = "link only to what is there: {0}")
    @ValueSource(strings = {"README.md", "rules/README.md"})
    void links(String path) {
        Path folder = TOP.resolve(path).getParent();
        List<String> links = found(read(path), "\\]\\(([^)#:]+)\\)");
        assertThat(links).allMatch(link -> Files.exists(folder.resolve(link)));
    }

    private static boolean exists(String path) {
        return Files.exists(TOP.resolve(path));
    }

    @Test
    @DisplayName("say the same in both languages: as many headings, examples and rows")
    void bothLanguages() {
        String[] halves = README.split("(?m)^---$", 2);
        assertThat(halves).hasSize(2);
        for (String part : List.of("^(##? )", "^(```)", "^(\\| )")) {
            assertThat(count(halves[1], part))
                    .as(part)
                    .isEqualTo(count(halves[0], part) - (part.contains("```") ? 2 : 0));
        }
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .count();
    }
}
