package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.parser.DrlParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** What each attack does where it runs is set a system property; nobody may find it set. */
@DisplayName("A hostile rule file is refused at its line, and nothing of it runs:")
class HostileRulesTest {
    private static final String FILE = "5-safeguards/5.1-hostile.drl";
    private static final String OWNED = "bangban.owned";

    static Stream<String> attacks(String name) {
        try (var in = HostileRulesTest.class.getResourceAsStream("/sandbox/hostile-" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> consequences() {
        return attacks("consequences");
    }

    static Stream<String> conditions() {
        return attacks("conditions");
    }

    static Stream<String> files() {
        return attacks("files");
    }

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(OWNED)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consequences")
    @DisplayName("in a consequence")
    void consequence(String attack) {
        refused("""
                rule "5.1 攻击 / hostile"
                    @clause("5.1")
                when
                    $p : Project( $id : id )
                then
                    ¶%s
                end
                """.formatted(attack));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consequences")
    @DisplayName("in a function")
    void function(String attack) {
        refused("""
                function void hostile( Project $p ) {
                    ¶%s
                }
                """.formatted(attack));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    @DisplayName("in a condition")
    void condition(String attack) {
        refused("""
                rule "5.1 攻击 / hostile"
                    @clause("5.1")
                when
                    ¶%s
                then
                end
                """.formatted(attack));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("anywhere else")
    void file(String attack) {
        String text = attack.replace("\\n", "\n");
        refused(text.contains("¶") ? text : "¶" + text);
    }

    private static void refused(String marked) {
        int expected = 1
                + (int) marked.substring(0, marked.indexOf('¶'))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        RulesetSource source =
                TryRules.withoutRules().with(FILE, marked.replace("¶", "")).source();
        try {
            Ruleset.load(source);
        } catch (RulesetRefused refused) {
            List<RulesetProblem> problems = refused.problems();
            assertThat(problems)
                    .allSatisfy(problem -> {
                        assertThat(problem.file()).isEqualTo(FILE);
                        assertThat(problem.message().zh()).containsPattern("\\p{IsHan}");
                        assertThat(problem.message().en()).containsPattern("[a-z]{3}");
                    })
                    .anySatisfy(problem -> assertThat(problem.line()).isBetween(expected, expected + 1));
            return;
        }
        throw new AssertionError("was not refused:\n" + marked);
    }

    @Test
    @DisplayName("where nobody guards, the default of a declared field runs while the rules are built")
    void withoutGuard() throws Exception {
        KnowledgeBuilderImpl unguarded = (KnowledgeBuilderImpl) KnowledgeBuilderFactory.newKnowledgeBuilder();
        unguarded.addPackage(new DrlParser().parse(false, """
                package unguarded
                declare Hostile
                    x : String = System.setProperty( "bangban.owned", "yes" )
                end
                """));
        assertThat(System.clearProperty(OWNED)).isEqualTo("yes");
    }
}
