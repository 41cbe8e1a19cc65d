package cn.jinniu.bangban.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.Clauses;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of the scheme's clauses and the rules,")
class ClausesAndRulesTest {
    private static final Clauses CLAUSES = ShippedRules.RULESET.data().clauses();
    private static final List<RuleInfo> RULES = ShippedRules.RULESET.rules();
    private static final Set<String> RULED =
            RULES.stream().map(RuleInfo::clause).collect(toSet());

    /** Rules that say something about every duty stand in a folder, and speak in a file, of their own. */
    private static final String FOR_ALL_DUTIES = "status-and-alerts/";

    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)*[a-z]?)-.*");

    static Stream<Clause> clauses() {
        return CLAUSES.all().values().stream();
    }

    static Stream<RuleInfo> rules() {
        return RULES.stream();
    }

    @Nested
    @DisplayName("each clause")
    class EachClause {
        @Test
        @DisplayName("that the scheme numbers or letters is described, and no other")
        void all() {
            assertThat(CLAUSES.numbers())
                    .containsExactly(
                            "1", "2", "3", "3.1", "3.1.1", "3.1.2", "3.2", "3.3", "3.3.1", "3.3.1a", "3.3.1b", "3.3.1c",
                            "3.3.1d", "3.3.2", "3.3.2a", "3.3.2b", "3.4", "3.4.0", "3.4.1", "3.4.2", "3.4.3", "3.4.4",
                            "3.4.5", "3.5", "3.5.0", "3.5.1", "3.5.2", "3.5.3", "3.5.4", "4", "4.1", "4.1a", "4.1b",
                            "4.2", "4.3", "4.4", "4.4a", "4.4b", "4.4c", "4.5", "4.5a", "4.5b", "4.6", "4.6a", "4.6b",
                            "4.6c", "4.7", "4.7a", "4.7b", "4.7c", "4.8", "4.8a", "4.8b", "4.8c", "4.9", "5", "5.1",
                            "5.2", "5.3", "5.4");
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.policy.ClausesAndRulesTest#clauses")
        @DisplayName("has rules, or a reason why it has none")
        void rulesOrReason(Clause clause) {
            assertThat(RULED.contains(clause.number()))
                    .as("%s has rules of its own, as it says it %s", clause.number(), clause.decidable())
                    .isEqualTo(clause.decidable());
            if (!clause.decidable()) {
                assertThat(clause.reason()).isNotNull();
                assertThat(clause.reason().zh()).isNotBlank();
                assertThat(clause.reason().en()).isNotBlank();
            }
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.policy.ClausesAndRulesTest#clauses")
        @DisplayName("that is decided through others comes, in the end, to some that have rules")
        void through(Clause clause) {
            for (String other : clause.through()) {
                assertThat(leadsToRules(other, Set.of()))
                        .as("%s, decided through %s", clause.number(), other)
                        .isTrue();
            }
        }

        private boolean leadsToRules(String number, Set<String> seen) {
            Clause clause = CLAUSES.clause(number);
            if (clause == null || seen.contains(number)) {
                return false;
            }
            Set<String> path = Stream.concat(seen.stream(), Stream.of(number)).collect(toSet());
            return clause.decidable() || clause.through().stream().anyMatch(next -> leadsToRules(next, path));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.policy.ClausesAndRulesTest#clauses")
        @DisplayName("is described in Chinese and in English")
        void bilingual(Clause clause) {
            assertThat(List.of(clause.title().zh(), clause.summary().zh())).allMatch(ClausesAndRulesTest::isChinese);
            assertThat(List.of(clause.title().en(), clause.summary().en()))
                    .allMatch(text -> !text.isBlank() && !isChinese(text));
        }
    }

    @Nested
    @DisplayName("each rule")
    class EachRule {
        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.policy.ClausesAndRulesTest#rules")
        @DisplayName("carries out a clause, and its name says so and what it does, in Chinese and in English")
        void name(RuleInfo rule) {
            assertThat(CLAUSES.numbers()).contains(rule.clause());
            assertThat(rule.name()).startsWith(rule.clause() + " ");
            String[] languages = rule.name().substring(rule.clause().length()).split(" / ", 2);
            assertThat(languages).as("Chinese / English").hasSize(2);
            assertThat(languages[0]).matches(ClausesAndRulesTest::isChinese, "is Chinese");
            assertThat(languages[1]).isNotBlank().matches(text -> !isChinese(text), "is English");
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("cn.jinniu.bangban.policy.ClausesAndRulesTest#rules")
        @DisplayName("is found by its clause's number: its folder and its file begin with it")
        void place(RuleInfo rule) {
            if (rule.file().startsWith(FOR_ALL_DUTIES)) {
                return;
            }
            assertThat(rule.file().split("/")).as(rule.file()).hasSize(2).allSatisfy(name -> {
                Matcher number = NUMBER.matcher(name);
                assertThat(number.matches()).as("%s begins with a number", name).isTrue();
                assertThat(rule.clause()).matches(Pattern.quote(number.group(1)) + "(?:[.a-z].*)?");
            });
        }
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
