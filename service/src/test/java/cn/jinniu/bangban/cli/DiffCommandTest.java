package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("bangban diff")
class DiffCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OLD = "../rules";

    /** A zone's evidence report for July, on the 22nd: due on Monday 27th by the old day, on Monday 20th by the new. */
    private static final String JULY = request("P-7", "2026-07-22");

    private static final String JUNE = request("P-6", "2026-06-22");

    private static String request(String project, String asOf) {
        return """
                {"asOf":"%s","reportingFrom":"%s","projects":[{"id":"%s","name":"<b>&\\"厂\\"</b>","listings":[{"level":"DISTRICT",\
                "year":2026,"issuedOn":"2026-02-11"}],"functionalZone":"jinniu-hightech-zone","landMode":"NONE",\
                "governmentInvested":true}],"reports":[]}""".formatted(asOf, asOf.substring(0, 7), project);
    }

    @TempDir
    Path folder;

    private Path requests(String... lines) throws IOException {
        return Files.write(folder.resolve("requests.ndjson"), List.of(lines));
    }

    /** The shipped rules, with the evidence due on the 20th from July on. */
    private static RulesFolder amended() {
        return new RulesFolder()
                .replacing(
                        "parameters.yaml",
                        "      value: 25\n      note: 4.8c 对街道的规定相同\n",
                        "      value: 25\n      note: 4.8c 对街道的规定相同\n    - from: 2026-07-01\n      value: 20\n");
    }

    private Path save(RulesFolder rules) throws IOException {
        return rules.writeTo(Files.createDirectories(folder.resolve("new")));
    }

    private Run diff(Path changed, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("diff", OLD, changed.toString()));
        command.addAll(List.of("--requests", requests(JUNE, JULY, "{").toString()));
        command.addAll(List.of(options));
        return Run.of(command.toArray(String[]::new));
    }

    @Test
    @DisplayName(
            "says first what a director wants to know, then by duty, unit and clause, then each change with its rule")
    void text() throws IOException {
        Run run = diff(save(amended()), "--lang=en");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines().subList(0, 3))
                .containsExactly(
                        "The decisions on 3 requests were compared: 1 changes.",
                        "2 answers change: 1 added, 1 due day moved, 1 status changed (one may count in several).",
                        "1 request is not decided by both rulesets, for example because the request is wrong.");
        assertThat(run.out())
                .contains("By duty (1)", "By unit (obligations) (1)", "By clause (all answers) (1)")
                .containsPattern("EVIDENCE_REPORT +Evidence report +1 +1 +1")
                .contains("requests.ndjson:2 (2026-07-22)")
                .contains("due day moved, status changed: ")
                .contains("due: 2026-07-27 → 2026-07-20", "status: PENDING → OVERDUE", "days late: 0 → 2")
                .contains("rule: 4.7c ", "(4-member-units/4.7-zones.drl:")
                .contains("added: ", "REPORT_LATE:EVIDENCE_REPORT:jinniu-hightech-zone");
        assertThat(run.out().indexOf("By duty")).isLessThan(run.out().indexOf("requests.ndjson:2"));
    }

    @Test
    @DisplayName("finds nothing between a folder and its copy, and says so in its exit code")
    void nothing() throws IOException {
        Run run = diff(save(new RulesFolder()));
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines().get(0)).isEqualTo("比较了 3 个请求的决定，没有任何变化。");
    }

    @Test
    @DisplayName("gives the same to programs, in the same bytes each time")
    void json() throws IOException {
        Path changed = save(amended());
        Run run = diff(changed, "--format=json");
        JsonNode impact = JSON.readTree(run.out());
        assertThat(impact.path("summary").path("requests").asInt()).isEqualTo(3);
        assertThat(impact.path("summary").path("changed").asInt()).isEqualTo(1);
        assertThat(impact.path("summary").path("byUnit").path(0).path("unit").asString())
                .isEqualTo("jinniu-hightech-zone");
        JsonNode change = impact.at("/changed/0/changes/0");
        assertThat(change.path("code").asString()).isEqualTo("EVIDENCE_REPORT");
        assertThat(change.path("before").path("file").asString()).isEqualTo("4-member-units/4.7-zones.drl");
        assertThat(change.path("after").path("line").asInt()).isPositive();
        assertThat(diff(changed, "--format=json").out()).isEqualTo(run.out());
    }

    @Test
    @DisplayName("tells what was added, taken away, given to another unit, decided otherwise or only reworded")
    void kinds() throws IOException {
        RulesFolder rules = new RulesFolder()
                .without("4-member-units/4.3-audit.drl")
                .replacing("4-member-units/4.2-finance.drl", "by( \"finance-bureau\" )", "by( \"audit-bureau\" )")
                .with("5-safeguards/5.1-more.drl", """
                        rule "5.1 更多 / more"
                            @clause("5.1")
                        when
                            $p : ActiveProject()
                        then
                            answers.owe( "HOLD_TRAINING" ).by( "service-room" ).about( $p.project() );
                        end
                        """);
        Run run = diff(save(rules), "--lang=en");
        assertThat(run.out())
                .contains("removed: ", "AUDIT_PROJECT:audit-bureau:project:P-7")
                .contains("bearer changed: ", "bearer: finance-bureau → audit-bureau")
                .contains("added: ", "HOLD_TRAINING:service-room:project:P-7")
                .contains("rule now: 5.1 更多 / more (5-safeguards/5.1-more.drl:1)");
    }

    @Test
    @DisplayName("counts wording apart")
    void wording() throws IOException {
        RulesFolder rules = new RulesFolder();
        String catalogue = rules.text("units.csv");
        rules.with("units.csv", catalogue.replace("Jinniu High-Tech Industrial Park", "Jinniu Park"));
        Run run = diff(save(rules), "--lang=en");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines().get(0))
                .isEqualTo("The decisions on 3 requests were compared: 0 change, and 2 more differ in wording only.");
        assertThat(run.out()).contains("wording only: ").doesNotContain("due day moved");
    }

    @Test
    @DisplayName("tells which requests are no longer decided")
    void undecided() throws IOException {
        RulesFolder rules = new RulesFolder().with("5-safeguards/5.1-fails.drl", """
                rule "5.1 失败 / fails"
                    @clause("5.1")
                when
                    $p : Project( id == "P-7" )
                then
                    answers.alert( "OUT_OF_SCOPE" ).about( $p ).to( $p.id() );
                end
                """);
        Run run = diff(save(rules), "--lang=en");
        assertThat(run.out()).contains("decided or not: request", "outcome: DECIDED → FAILED: 5.1 失败 / fails");
    }

    @Test
    @DisplayName("compares scenarios, those of new codes too")
    void scenarios() throws IOException {
        Path scenario = Files.writeString(folder.resolve("a.yaml"), """
                title: 2026年7月22日，功能区的印证材料
                titleEn: The zone's evidence on 22 July 2026
                clauses: [4.7c]
                request: %s
                expect:
                  obligations:
                    - {code: EVIDENCE_REPORT, due: 2026-07-27}
                  others: allowed
                """.formatted(JULY));
        Run run = Run.of("diff", OLD, save(amended()).toString(), "--lang=en", "--scenarios", scenario.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("a.yaml (2026-07-22) The zone's evidence on 22 July 2026");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("writes one page that needs nothing from anywhere, and lets no fact become part of it")
    void html() throws IOException {
        Path page = folder.resolve("impact.html");
        diff(save(amended()), "--html", page.toString());
        String html = Files.readString(page);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("比较了 3 个请求的决定，其中 1 个有变化。", "期限：2026-07-27 → 2026-07-20", "4-member-units/4.7-zones.drl:")
                .endsWith("</body></html>" + System.lineSeparator())
                .doesNotContain("http:", "https:", "src=", "<script", "@import", "url(", "<b>");
    }

    @Test
    @DisplayName("reads both sides out of git, files with Chinese names too")
    void git() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
            commit(git, new RulesFolder(), "first");
            commit(git, new RulesFolder().with("5-safeguards/更多.drl", "// 空\n"), "second");
        }
        RulesetSource now = GitRules.read(repository.resolve("rules"), "HEAD", "rules/");
        assertThat(now.paths()).contains("5-safeguards/更多.drl", "parameters.yaml");
        assertThat(now.version())
                .isEqualTo(RulesetSource.read(repository.resolve("rules")).version());
        assertThat(GitRules.read(repository, "HEAD~1", "./rules").version())
                .isEqualTo(new RulesFolder().source().version());
        assertThatThrownBy(() -> GitRules.read(repository, "nowhere", "rules")).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> GitRules.read(repository, "HEAD", "laws")).hasMessageContaining("laws");
        assertThatThrownBy(() -> GitRules.read(repository, "HEAD", "rules/units.csv"))
                .hasMessageContaining("units.csv");
    }

    private static void commit(Git git, RulesFolder rules, String message) throws Exception {
        rules.writeTo(git.getRepository().getWorkTree().toPath().resolve("rules"));
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor("t", "t@example.org")
                .setCommitter("t", "t@example.org")
                .call();
    }

    @Test
    @DisplayName("says what to do when it is asked for something else")
    void misused() throws IOException {
        assertThat(Run.of("diff", OLD).exitCode()).isEqualTo(2);
        assertThat(Run.of("diff", "--git", "one", "--lang=en").err()).contains("REV1..REV2");
        assertThat(Run.of("diff", OLD, folder.resolve("none").toString(), "--lang=en")
                        .err())
                .contains("cannot read the rules folder");
        Path broken = save(new RulesFolder().with("5-safeguards/5.1-x.drl", "rule"));
        Run run = diff(broken, "--lang=en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("5.1-x.drl:1:");
        assertThat(Run.of(
                                "diff",
                                OLD,
                                OLD,
                                "--requests",
                                folder.resolve("none.json").toString(),
                                "--lang=en")
                        .err())
                .contains("none.json");
    }
}
