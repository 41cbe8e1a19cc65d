package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A YAML file")
class YamlFileTest {
    private final List<RulesetProblem> problems = new ArrayList<>();

    private @Nullable YamlMap read(String text) {
        RulesetSource source = RulesetSource.of(Map.of("a.yaml", text.getBytes(StandardCharsets.UTF_8)));
        return YamlFile.read(source, "a.yaml", problems);
    }

    private RulesetProblem onlyProblem(String text) {
        read(text);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "2026-01-01", "3.10", "0x10", "1_000", "1e3", "12:30"})
    @DisplayName("keeps text as it is written")
    void rawText(String written) {
        YamlMap map = read("a: " + written + "\n");
        assertThat(map.entries().get("a").value())
                .isInstanceOfSatisfying(YamlText.class, text -> assertThat(text.value()).isEqualTo(written));
    }

    @Test
    @DisplayName("has keys as they are written, with their places")
    void places() {
        YamlMap map = read("3.10:\n  b: c\n");
        assertThat(map.entries()).containsOnlyKeys("3.10");
        YamlMap inner = (YamlMap) map.entries().get("3.10").value();
        assertThat(inner.entries().get("b").key()).isEqualTo(new Place(2, 3));
        assertThat(inner.entries().get("b").value().place()).isEqualTo(new Place(2, 6));
    }

    @Test
    @DisplayName("cannot name a thing twice")
    void duplicate() {
        RulesetProblem problem = onlyProblem("a: 1\nb:\n  c: 1\n  c: 2\n");
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isEqualTo(3);
        assertThat(problem.message().en()).startsWith("\"c\" stands here twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: &x 1\n", "a: 1\nb: !!int 1\n", "a: 1\nb: !x {c: d}\n"})
    @DisplayName("cannot use YAML's anchors and tags")
    void cleverness(String text) {
        RulesetProblem problem = onlyProblem(text);
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(4);
    }

    @Test
    @DisplayName("cannot blow up through aliases")
    void aliases() {
        assertThat(read("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n")).isNull();
        assertThat(problems).extracting(RulesetProblem::line).containsExactly(1, 2, 2, 2, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: \"x\n",
                "a: 1\n\tb: 1\n",
                "a: 1\n b: 1\n",
                "a: 1\nb: [1\n",
                "a: 1\n}\n",
                "a: 1\n---\nb: 1\n",
                "a: 1\nb: c: d\n"
            })
    @DisplayName("that is no YAML says near which line")
    void syntax(String text) {
        RulesetProblem problem = onlyProblem(text);
        assertThat(problem.line()).isBetween(2, 3);
        assertThat(problem.message().zh()).contains("YAML");
    }

    @Test
    @DisplayName("cannot contain control characters")
    void controlCharacter() {
        assertThat(onlyProblem("a: 1\nb: x\u0007\n").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a\n- b\n", "text\n"})
    @DisplayName("must hold names with content")
    void outermost(String text) {
        assertThat(onlyProblem(text).file()).isEqualTo("a.yaml");
    }

    @Test
    @DisplayName("cannot be nested without end")
    void nesting() {
        assertThat(onlyProblem("a: " + "[".repeat(200) + "]".repeat(200)).file()).isEqualTo("a.yaml");
    }
}
