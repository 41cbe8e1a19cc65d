package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The plain files beside the rules")
class RulesetDataTest {
    @Test
    @DisplayName("as shipped have nothing wrong with them")
    void shippedFilesAreSound() {
        RulesetData data = new RulesFolder().data();
        assertThat(data.clauses().all()).hasSize(60);
        assertThat(data.parameters().all()).hasSize(36);
        assertThat(data.directory().units()).hasSize(36);
        assertThat(data.sectors().words()).hasSize(14);
        assertThat(data.ownerPrecedence().grounds()).hasSize(5);
        assertThat(data.catalogue().determinations()).hasSize(4);
        assertThat(data.catalogue().obligations()).hasSize(35);
        assertThat(data.catalogue().alerts()).hasSize(10);
        assertThat(data.catalogue().subjectTypes()).hasSize(11);
        assertThat(data.calendar().hasDataFor(2026)).isTrue();
        assertThat(data.calendar().hasDataFor(2027)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clauses.yaml",
                "catalogue.yaml",
                "parameters.yaml",
                "units.csv",
                "sectors.csv",
                "owner-precedence.csv",
                "calendar.csv"
            })
    @DisplayName("are all needed")
    void missingFile(String file) {
        assertThat(new RulesFolder().without(file).problems())
                .contains(file + ":0:0: the file " + file + " is missing; put it back");
    }

    @Test
    @DisplayName("report the mistakes of all files at once, in Chinese too")
    void allProblemsAtOnce() {
        RulesFolder rules = new RulesFolder()
                .with("notes.txt", "x")
                .appending("units.csv", "new-office,OFFCE,新单位,New Office\n")
                .appending("calendar.csv", "2027-02-30,HOLIDAY,春节\n")
                .appending("parameters.yaml", "late-days: 3\n");
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData.read(rules.source(), problems);
        assertThat(problems)
                .extracting(RulesetProblem::file)
                .containsExactlyInAnyOrder("notes.txt", "units.csv", "calendar.csv", "parameters.yaml");
        assertThat(problems)
                .extracting(problem -> problem.message().zh())
                .allMatch(zh -> zh.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    @DisplayName("must be UTF-8, and say on which line they are not")
    void otherEncoding() {
        byte[] bytes = "id,kind,nameZh,nameEn\na,OFFICE,A,A\nb,OFFICE,单位,B\n".getBytes(Charset.forName("GB18030"));
        assertThat(new RulesFolder().with("units.csv", bytes).problems())
                .anyMatch(problem -> problem.startsWith("units.csv:3:0: not UTF-8 text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"units.csv", "calendar.csv", "parameters.yaml", "catalogue.yaml"})
    @DisplayName("may begin with the byte order mark that spreadsheets write, and end lines as Windows does")
    void spreadsheetHabits(String file) {
        RulesFolder rules = new RulesFolder();
        assertThat(rules.with(file, "\uFEFF" + rules.text(file).replace("\n", "\r\n"))
                        .problems())
                .isEmpty();
    }
}
