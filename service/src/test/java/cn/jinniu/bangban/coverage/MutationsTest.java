package cn.jinniu.bangban.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.coverage.Mutation.Kind;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The changes tried in a rules folder")
class MutationsTest {
    private static final String RULE = """
            // a < b in a comment, and in ( "X", "Y" )
            rule "3.1 名字里的 == 不算 / not in the name, 7"
                @clause("3.1")
            when
                $project : Project( $id : id, level in ( "A", "B" ), count >= 3, !closed )
                not Listing( project == $id )
            then
                if ( x < 2 && y ) { answers.owe( "3" ).by( "a == b" ); }
            end
            """;

    private static List<Mutation> of(String path, String text) {
        return Mutations.of(RulesetSource.of(Map.of(path, text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    @DisplayName("are each comparison, number, list element, condition, negation and connective, and nothing in texts")
    void ofRules() {
        assertThat(of("3/a.drl", RULE))
                .extracting(m -> m.kind() + " " + m.line() + ": " + m.before().strip() + " > " + m.after())
                .containsExactlyInAnyOrder(
                        "COMPARISON 5: >= > >",
                        "COMPARISON 6: == > !=",
                        "COMPARISON 8: < > <=",
                        "LIMIT 5: 3 > 4",
                        "LIMIT 8: 2 > 3",
                        "LIST 5: \"A\", > ",
                        "LIST 5: , \"B\" > ",
                        "NEGATION 5: in > not in",
                        "NEGATION 5: ! > ",
                        "NEGATION 6: not > exists",
                        "CONNECTIVE 8: && > ||",
                        "CONDITION 5: , level in ( \"A\", \"B\" ) > ",
                        "CONDITION 5: , count >= 3 > ",
                        "CONDITION 5: , !closed > ",
                        "CONDITION 6: project == $id > ");
    }

    @Test
    @DisplayName("are made at their place and nowhere else, Chinese or not")
    void made() {
        RulesetSource source = RulesetSource.of(Map.of("3/a.drl", RULE.getBytes(StandardCharsets.UTF_8)));
        for (Mutation mutation : Mutations.of(source)) {
            String changed = new String(mutation.in(source).bytes("3/a.drl"), StandardCharsets.UTF_8);
            String before = RULE.substring(0, mutation.start());
            assertThat(changed).startsWith(before + mutation.after()).isNotEqualTo(RULE);
            assertThat(changed)
                    .hasSize(RULE.length()
                            - mutation.before().length()
                            + mutation.after().length());
            assertThat(RULE.lines().toList().get(mutation.line() - 1).substring(mutation.column() - 1))
                    .startsWith(mutation.before().lines().findFirst().orElseThrow());
        }
    }

    @Test
    @DisplayName("are each value of a parameter, by its type")
    void ofParameters() {
        String text = """
                some-days:
                  type: working-days
                  values:
                    - from: 2000-01-01
                      value: 3
                some-day:
                  type: day-of-month
                  values:
                    - from: 2000-01-01
                      value: LAST
                    - from: 2026-01-01
                      value: 25
                until:
                  type: month-day
                  values:
                    - from: 2000-01-01
                      value: 06-30
                some-roll:
                  type: roll
                  values:
                    - from: 2000-01-01
                      value: NEXT # why
                """;
        assertThat(of("parameters.yaml", text))
                .extracting(m -> m.line() + ": " + m.before() + " > " + m.after())
                .containsExactly(
                        "5: 3 > 4", "10: LAST > 28", "12: 25 > 24", "17: 06-30 > 07-01", "22: NEXT > PREVIOUS");
    }

    @Test
    @DisplayName("are each two neighbouring ranks")
    void ofRanks() {
        assertThat(of("owner-precedence.csv", "rank,ground\n1,A\n2,B\n3,C\n"))
                .extracting(Mutation::kind, Mutation::before, Mutation::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.LIST, "1,A\n2,B", "1,B\n2,A"),
                        org.assertj.core.groups.Tuple.tuple(Kind.LIST, "2,B\n3,C", "2,C\n3,B"));
    }
}
