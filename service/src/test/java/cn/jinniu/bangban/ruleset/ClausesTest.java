package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clauses")
class ClausesTest {
    private static final Clauses SHIPPED = new RulesFolder().data().clauses();

    @Test
    @DisplayName("are all there: every number and letter of the scheme, and the headings")
    void complete() {
        assertThat(SHIPPED.numbers())
                .containsExactly(
                        "1", "2", "3", "3.1", "3.1.1", "3.1.2", "3.2", "3.3", "3.3.1", "3.3.1a", "3.3.1b", "3.3.1c",
                        "3.3.1d", "3.3.2", "3.3.2a", "3.3.2b", "3.4", "3.4.0", "3.4.1", "3.4.2", "3.4.3", "3.4.4",
                        "3.4.5", "3.5", "3.5.0", "3.5.1", "3.5.2", "3.5.3", "3.5.4", "4", "4.1", "4.1a", "4.1b", "4.2",
                        "4.3", "4.4", "4.4a", "4.4b", "4.4c", "4.5", "4.5a", "4.5b", "4.6", "4.6a", "4.6b", "4.6c",
                        "4.7", "4.7a", "4.7b", "4.7c", "4.8", "4.8a", "4.8b", "4.8c", "4.9", "5", "5.1", "5.2", "5.3",
                        "5.4");
    }

    @Test
    @DisplayName("say why where no rule decides them, and lead to one that does where there is one")
    void undecidable() {
        assertThat(SHIPPED.all().values()).allSatisfy(clause -> assertThat(clause.reason() == null)
                .isEqualTo(clause.decidable()));
        assertThat(SHIPPED.all().values())
                .filteredOn(clause -> !clause.decidable() && clause.through().isEmpty())
                .extracting(Clause::number)
                .containsExactly("1", "2", "3.2", "5.1", "5.4");
        assertThat(SHIPPED.clause("3.3.2a").through()).containsExactly("3.5.3");
    }

    @Test
    @DisplayName("are refused with other fields, words, numbers or references")
    void problems() {
        assertThat(new RulesFolder()
                        .appending(
                                "clauses.yaml",
                                """
                                6.A: {titleZh: 题, titleEn: t, summaryZh: 意, summaryEn: s, decidable: true}
                                6.1: {titleZh: 题, titleEn: t, summaryZh: 意, summaryEn: s, decidable: yes}
                                6.2: {titleZh: 题, titleEn: t, summaryZh: 意, summaryEn: s, decidable: false}
                                6.3: {titleZh: 题, titleEn: t, summaryZh: 意, summaryEn: s, decidable: true, reasonZh: x}
                                6.4: {titleZh: 题, titleEn: t, summaryZh: 意, summaryEn: s, decidable: false, reasonZh: 因, reasonEn: r, through: [6.4, 9.9]}
                                6.5: {titleZh: '', titleEn: t, summaryZh: [意], summaryEn: s, decidable: true}
                                6.6: text
                                """)
                        .problems())
                .extracting(problem -> problem.replaceAll("clauses.yaml:[0-9]+:", ""))
                .containsExactly(
                        "1: \"6.A\" is no clause number; write digits, dots and one lower-case letter",
                        "70: decidable must be true (it has rules) or false (it has none), not \"yes\"",
                        "6: \"reasonZh\" is missing; add it",
                        "6: \"reasonEn\" is missing; add it",
                        "76: unknown name \"reasonZh\"; known are titleZh, titleEn, summaryZh, summaryEn, decidable",
                        "113: the clause \"6.4\" cannot be decided through itself; mend through",
                        "118: there is no clause \"9.9\"; did you mean \"4.9\"?",
                        "16: \"titleZh\" must not be empty",
                        "43: \"summaryZh\" must be text; put a sentence that begins with { or [ in quotes",
                        "6: below \"6.6\" lines of \"name: content\" are wanted");
    }
}
