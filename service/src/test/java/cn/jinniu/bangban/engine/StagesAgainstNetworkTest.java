package cn.jinniu.bangban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.sandbox.TryRules;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rules matched stage by stage, and rules in Drools' network,")
class StagesAgainstNetworkTest {
    private static final List<String> CONDITIONS = List.of(
            "Project()",
            "Project( completedOn == null )",
            "Project( completedOn != null, landMode == LandMode.GRANT )",
            "Project( completedOn > landContractSignedOn )",
            "Project( completedOn <= landContractSignedOn )",
            "Project( !( completedOn > landContractSignedOn ) )",
            "Project( name == null || name != \"x\" )",
            "Project( leadUnit != null, leadUnit.kind == UnitKind.DEPARTMENT )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn == $d )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn != $d )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn > $d )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn >= $d )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn < $d )",
            "$p : Project( $d : completedOn ) Approval( project == $p.id, completedOn <= $d )",
            "$p : Project( $i : id ) not Approval( project == $i )",
            "$p : Project( $i : id ) exists Approval( project == $i, important ) exists Difficulty( project == $i )",
            "$p : Project( $i : id ) ServiceRequest( project == $i, $c : commissioner )"
                    + " not Appointment( project == $i, commissioner == $c )",
            "$p : Project( $i : id ) Approval( project != $i )",
            "Approval( kind == ApprovalKind.COMMITMENT, commitmentDays > 10 )",
            "$a : Approval( $n : commitmentDays ) Approval( commitmentDays == $n, id != $a.id )",
            "$a : Approval( $n : commitmentDays ) Approval( commitmentDays > $n )",
            "$p : Project( $i : id ) accumulate( Approval( project == $i, $d : acceptedOn ); $f : earliest( $d ) )",
            "$p : Project( $i : id ) accumulate( Approval( project == $i, $d : completedOn );"
                    + " $f : earliest( $d ), $n : count( $d ); $n > 1 )",
            "$p : Project( $i : id ) accumulate( Approval( project == $i, $n : commitmentDays ); $s : sum( $n ); $s > 5 )",
            "$p : Project( $i : id ) accumulate( $a : Appointment( project == $i ); $f : min( $a ), $l : max( $a ) )",
            "accumulate( Approval( $n : commitmentDays ); $m : max( $n ) ) Approval( commitmentDays == $m )",
            "groupby( Approval( $p : project, $d : acceptedOn ); $key : $p; $f : earliest( $d ) )",
            "groupby( $r : Report( kind == ReportKind.SERVICE ); $key : $r.commissionerMonth();"
                    + " $f : min( $r ), $n : count( $r ); $n > 1 )",
            "groupby( Approval( $p : project, $d : acceptedOn ); $key : $p; $n : count( $d ) )"
                    + " Project( id == $key, governmentInvested )",
            "Difficulty( kind in ( DifficultyKind.SECTOR, DifficultyKind.APPROVAL ) )",
            "Difficulty( kind not in ( DifficultyKind.SECTOR ), resolvedOn == null )",
            "ServiceRequest( matters contains Matter.PLANNING, informedOn == null )",
            "Project( id matches \"P.*\", $n : name ) Project( name == $n )",
            "Project( id.length > 2 )",
            "AsOf( day >= parameters.dayIn( \"listing-carry-over-until\", year ) )",
            "AsOf( $d : day ) Approval( acceptedOn < $d, acceptedOn >= $d.minusDays( 30 ) )",
            "Listing( $y : year, $l : level ) KeyProjectList( year == $y, level == $l )",
            "$m : ReportingMonth( $month : month ) Report( month == $month ) not FollowUpVisit()",
            "District() not KeyProjectList()",
            "forall( $p : Project() Project( this == $p, completedOn == null ) )",
            "forall( Approval( important ) )",
            "$p : Project( $i : id ) ( Approval( project == $i ) and Difficulty( project == $i ) )");

    private static String file(List<String> conditions) {
        StringBuilder rules = new StringBuilder();
        for (String condition : conditions) {
            rules.append("rule \"5.1 ")
                    .append(condition.replace('"', '\''))
                    .append("\"\n    @clause(\"5.1\")\nwhen\n    ")
                    .append(condition)
                    .append("\nthen\nend\n");
        }
        return rules.toString();
    }

    private static Ruleset load(String rules) {
        RulesFolder folder = new RulesFolder();
        folder.source().rulePaths().stream()
                .filter(path -> !path.equals("vocabulary.drl"))
                .forEach(folder::without);
        try {
            return Ruleset.load(folder.with("5-safeguards/5.1-try.drl", rules).source());
        } catch (RulesetRefused refused) {
            throw new AssertionError(refused.problems().toString(), refused);
        }
    }

    private static void assertAlike(Ruleset ruleset, long seed) {
        assertAlike(ruleset, RandomRequests.of(seed).facts(), "seed " + seed);
    }

    private static void assertAlike(Ruleset ruleset, CaseFile facts, String which) {
        Map<String, Integer> byStages = new TreeMap<>();
        Map<String, Integer> inNetwork = new TreeMap<>();
        Decision staged = ruleset.decide(facts, rule -> byStages.merge(rule.name(), 1, Integer::sum));
        Decision network = ruleset.decideInSession(facts, rule -> inNetwork.merge(rule.name(), 1, Integer::sum));
        assertThat(byStages).as("firings of %s", which).isEqualTo(inNetwork);
        assertThat(staged).as(which).isEqualTo(network);
    }

    @Test
    @DisplayName("find the same matches for every kind of condition, absent values among them")
    void conditions() {
        Ruleset ruleset = load(file(CONDITIONS));
        assertThat(ruleset.decidesByStages()).isTrue();
        LongStream.range(0, 400).forEach(seed -> assertAlike(ruleset, seed));
    }

    @Test
    @DisplayName("decide random case files alike by the shipped rules, firing for firing")
    void shippedRules() {
        assertThat(ShippedRules.RULESET.decidesByStages()).isTrue();
        LongStream.range(0, 2_000).parallel().forEach(seed -> assertAlike(ShippedRules.RULESET, seed));
    }

    @Test
    @DisplayName("find the same matches among very many facts, which several rules begin with")
    void veryManyFacts() {
        Ruleset ruleset = load(file(List.of(
                "$p : Project( $i : id ) not Approval( project == $i )",
                "Project( completedOn == null, $i : id ) Project( id == $i )",
                "Project( id matches \".*7\" )",
                "Project( completedOn != null )")));
        assertThat(ruleset.decidesByStages()).isTrue();
        assertAlike(ruleset, TryRules.projects(ruleset, 5_000), "5,000 projects");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Project( completedOn == null ) or Difficulty()",
                "$p : Project() eval( $p.completedOn() == null )",
                "$l : List( size > 1 ) from collect( Project() )",
                "not ( Project() and Difficulty() )",
                "$p : Project() $l : Listing() from $p.listings()"
            })
    @DisplayName("share the work: what only the network can match is left to it")
    void leftToTheNetwork(String condition) {
        Ruleset ruleset = load(file(List.of(condition)));
        assertThat(ruleset.decidesByStages()).isFalse();
        LongStream.range(0, 20).forEach(seed -> assertAlike(ruleset, seed));
    }

    @Test
    @DisplayName("follow rules that feed themselves and each other to the same end")
    void circles() {
        Ruleset ruleset = load("""
                declare Reached
                    name : String @key
                    steps : int
                end
                declare Passed
                    name : String @key
                    steps : int
                end
                rule "5.1 begins"
                    @clause("5.1")
                when
                    Approval( $id : id )
                then
                    insert( new Reached( $id, 0 ) );
                end
                rule "5.1 goes on"
                    @clause("5.1")
                when
                    Reached( $n : name, $s : steps, steps < 5 )
                    Approval( id == $n )
                then
                    insert( new Passed( $n, $s + 1 ) );
                end
                rule "5.1 comes back"
                    @clause("5.1")
                when
                    Passed( $n : name, $s : steps )
                then
                    insert( new Reached( $n, $s ) );
                end
                rule "5.1 pairs of what was reached"
                    @clause("5.1")
                when
                    Reached( $n : name, $s : steps )
                    Reached( name != $n, steps == $s )
                then
                end
                """);
        assertThat(ruleset.decidesByStages()).isTrue();
        LongStream.range(0, 60).forEach(seed -> assertAlike(ruleset, seed));
    }
}
