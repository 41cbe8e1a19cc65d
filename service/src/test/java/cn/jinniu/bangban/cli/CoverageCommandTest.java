package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("bangban coverage")
class CoverageCommandTest {
    private static final String RULES = "--rules=../rules";
    private static final String SHIPPED = "../test-data";

    @TempDir
    Path folder;

    @Test
    @DisplayName("finds every shipped rule firing in a shipped scenario")
    void shipped() {
        Run run = Run.of("coverage", RULES, "--lang=en", SHIPPED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Rules (").doesNotContain("no scenario makes this rule fire");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("names each rule that no scenario fires, with file and line, and fails")
    void unfired() {
        Run run = Run.of("coverage", RULES, SHIPPED + "/3.1-scope");
        assertThat(run.outLines())
                .anyMatch(line -> line.matches("3\\.3-service-room/[^:]+\\.drl:\\d+：没有场景使这条规则得出结果：3\\.3\\.1a .+"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("tells programs every rule with its scenarios")
    void json() {
        Run run = Run.of("coverage", RULES, "--format=json", SHIPPED);
        JsonNode coverage = JsonMapper.shared().readTree(run.out());
        assertThat(coverage.get("unfiredRules").intValue()).isZero();
        assertThat(coverage.get("rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.get("rule").stringValue())
                    .startsWith(rule.get("clause").stringValue());
            assertThat(rule.get("scenarios")).isNotEmpty();
        });
    }

    @Test
    @DisplayName("makes one page of it that asks for nothing else")
    void html() {
        Run run = Run.of("coverage", RULES, "--format=html", SHIPPED);
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("规则的场景覆盖", "3.4.1 功能区匹配服务专员 / the functional zone assigns a commissioner")
                .doesNotContain("http://", "https://", "src=");
    }

    @Test
    @DisplayName("shows the changes of a rule that scenarios miss, and that they notice all once they look")
    void mutations() throws IOException {
        String only = "--only=3.4-commissioners/3.4.1";
        Run strong = Run.of("coverage", RULES, "--lang=en", "--mutate", only, "--min-score=100", SHIPPED);
        assertThat(strong.outLines().get(strong.outLines().size() - 1))
                .startsWith("Changes noticed: 100 % (")
                .contains(" 0 not, ");

        Files.writeString(folder.resolve("weak.yaml"), """
                title: 没有事实，就没有义务
                titleEn: Without facts there are no obligations
                clauses: [3.4.1]
                request: {asOf: 2026-05-20}
                expect: {others: none}
                """);
        Run weak = Run.of("coverage", RULES, "--lang=en", "--mutate", only, folder.toString());
        assertThat(weak.outLines())
                .anyMatch(line -> line.matches(
                        "3\\.4-commissioners/3\\.4\\.1-[^:]+\\.drl:\\d+:\\d+: no scenario notices this change"
                                + " \\(comparison\\): «!=» → «==»"));
        assertThat(weak.exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("will not speak of scenarios that come out otherwise than they say")
    void otherwise() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), """
                title: 写错的场景
                titleEn: A scenario that is wrong
                clauses: [3.1]
                request: {asOf: 2026-05-20}
                expect:
                  obligations: [{code: ASSIGN_COMMISSIONER}]
                  others: allowed
                """);
        Run run = Run.of("coverage", RULES, "--lang=en", folder.toString());
        assertThat(run.err()).contains("1 scenarios come out otherwise").contains("replay");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
