package cn.jinniu.bangban.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.lint.LintCases.Case;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule that is subtly wrong is found at its place:")
class WrongRulesTest {

    static Stream<Case> cases() {
        return Stream.of("wrong-types.txt", "wrong-names.txt", "wrong-logic.txt", "wrong-writing.txt")
                .flatMap(file -> LintCases.read(file).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("each")
    void each(Case wrong) {
        RulesFolder folder = wrong.withRules() ? new RulesFolder() : LintCases.withoutRules();
        List<RulesetProblem> problems = LintCases.problems(
                        folder.with(LintCases.FILE, wrong.text()).source())
                .stream()
                .filter(problem -> problem.file().equals(LintCases.FILE))
                .toList();
        assertThat(problems)
                .as(problems.toString())
                .extracting(
                        problem -> problem.kind().word() + " " + problem.line() + ":" + Math.max(1, problem.column()))
                .containsExactlyElementsOf(wrong.expected());
        assertThat(problems).allSatisfy(WrongRulesTest::isPlain);
    }

    /** Said in two languages, without what only programmers read. */
    static void isPlain(RulesetProblem problem) {
        assertThat(problem.message().zh()).containsPattern("\\p{IsHan}");
        assertThat(problem.message().en()).containsPattern("[a-z]{3}");
        for (String said : List.of(problem.message().zh(), problem.message().en())) {
            assertThat(said)
                    .doesNotContain("ERR 10", "[Error", "strict-mode", "Rule_", "Exception:", "\n")
                    .doesNotContainPattern("\\bat [a-z]+(\\.[a-z]+)+")
                    .doesNotContainPattern(
                            "(?<![=!(] |[“«a-z] |than |is |从 |与 )\\bnull\\b(?! ?(?:[”»]|[!=]=|\\p{IsHan}|or|with|比))");
        }
    }

    @Test
    @DisplayName("there are many of them")
    void many() {
        assertThat(cases()).hasSizeGreaterThan(120);
    }
}
