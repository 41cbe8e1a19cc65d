package cn.jinniu.bangban.explain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule of one's own, with a declared type, a function and a forall,")
class WhatIsNotTakenApartTest {
    private static final String RULES = """
            declare LargeCase
                project : Project
                approvals : long
            end

            function boolean isLarge( long count ) {
                return count >= 1;
            }

            rule "3.5.4 审批多的项目 / a project with many approvals is large"
                @clause("3.5.4")
            when
                $project : Project( $id : id )
                accumulate( $approval : Approval( project == $id ); $count : count( $approval ) )
                ActiveProject( id == $id, isLarge( $count ) )
            then
                insert( new LargeCase( $project, $count ) );
            end

            rule "3.5.4 都已接通服务室 / all its requests are connected"
                @clause("3.5.4")
            when
                $large : LargeCase( $project : project )
                forall( $request : ServiceRequest( project == $project.id )
                        ServiceRequest( this == $request, roomConnectedOn != null ) )
            then
                answers.owe( "MANAGE_FUNDS" ).by( "service-room" ).about( $project );
            end
            """;

    private final DecisionDesk desk = new DecisionDesk(load());

    private static Ruleset load() {
        try {
            return Ruleset.load(new RulesFolder()
                    .with("3.5-service-flow/3.5.4-large-case.drl", RULES.getBytes(StandardCharsets.UTF_8))
                    .source());
        } catch (RulesetRefused e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    private NotGiven whyNot(String more) {
        String json = "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"P-1\",\"listings\":"
                + "[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-11\"}]}]" + more + "}";
        Outcome<Explanation> outcome = new ExplanationDesk(desk)
                .explain(
                        json.getBytes(StandardCharsets.UTF_8),
                        LocalDate.of(2026, 3, 26),
                        new Asking("MANAGE_FUNDS:service-room:project:P-1", null, null, null));
        return ((Outcome.Given<Explanation>) outcome).answer().notGiven().get(0);
    }

    @Test
    @DisplayName("is told with the value that the function was asked about")
    void function() {
        assertThat(whyNot("").rules())
                .anySatisfy(rule ->
                        assertThat(rule.says().en()).contains("`isLarge( $count )` does not hold (`$count` is 0)"));
    }

    @Test
    @DisplayName("is told with the facts the forall looked at, and the change that meets it")
    void forall() {
        NotGiven why = whyNot(",\"approvals\":[{\"id\":\"V-1\",\"project\":\"P-1\",\"department\":\"approval-bureau\","
                + "\"kind\":\"IMMEDIATE\",\"acceptedOn\":\"2026-03-23\"}],"
                + "\"serviceRequests\":[{\"id\":\"Q-1\",\"project\":\"P-1\",\"receivedOn\":\"2026-03-24\"}]");
        assertThat(why.says().zh()).contains("forall(", "`roomConnectedOn` 未填写");
        assertThat(why.changes())
                .extracting(change -> change.pointer() + " → " + change.to())
                .containsExactly("/serviceRequests/0/roomConnectedOn → 2026-03-26");
    }
}
