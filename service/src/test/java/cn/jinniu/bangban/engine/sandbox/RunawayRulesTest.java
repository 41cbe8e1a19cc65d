package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule that takes too much is stopped and named:")
class RunawayRulesTest {
    private static final DecisionLimits LIMITS =
            new DecisionLimits(Duration.ofMinutes(10), 20_000, 20_000, 200_000, 1_000_000);
    private static final Budget BUDGET = new Budget(LIMITS, () -> 0);

    static Stream<Arguments> consequences() {
        return Stream.of(
                arguments(What.STEPS, "while ( true ) { }"),
                arguments(What.STEPS, "for ( ;; ) { int i = 1; }"),
                arguments(What.STEPS, "int i = 0; do { i++; } while ( i >= 0 || i < 0 );"),
                arguments(
                        What.STEPS,
                        "for ( int i = 0; i < 9; i++ ) { for ( int j = 0; j < 9; j++ ) { i = 0; j = 0; } }"),
                arguments(What.STEPS, "again: for ( ;; ) { for ( ;; ) { continue again; } }"),
                arguments(What.STEPS, "java.util.stream.Stream.iterate( 1, x -> x + 1 ).count();"),
                arguments(What.STEPS, "java.util.stream.Stream.iterate( \"x\", String::strip ).forEach( x -> {} );"),
                arguments(What.STEPS, "java.util.stream.Stream.generate( List::of ).toList();"),
                arguments(What.STEPS, "java.util.stream.IntStream.iterate( 1, x -> x + 1 ).max();"),
                arguments(What.SIZE, "java.util.stream.IntStream.range( 0, 2000000000 ).boxed().toList();"),
                arguments(What.SIZE, "asOf.datesUntil( LocalDate.MAX ).toList();"),
                arguments(What.SIZE, "String s = \"x\"; for ( int i = 0; i < 40; i++ ) { s = s + s; }"),
                arguments(What.SIZE, "String s = \"x\".repeat( 2000000000 );"),
                arguments(
                        What.SIZE,
                        "StringBuilder b = new StringBuilder( \"x\" ); for ( int i = 0; i < 40; i++ ) { b.append( b ); }"),
                arguments(
                        What.STEPS,
                        "List<Object> l = new java.util.ArrayList<>( List.of( 1 ) ); for ( int i = 0; i < 40; i++ ) { l.addAll( l ); }"),
                arguments(
                        What.STEPS,
                        "List<Object> l = List.of( 1 ); for ( int i = 0; i < 40; i++ ) { l = java.util.stream.Stream.concat( l.stream(), l.stream() ).toList(); }"),
                arguments(What.SIZE, "java.util.Collections.nCopies( 2000000000, 1 ).toArray();"),
                arguments(What.SIZE, "int[] x = new int[2000000000];"),
                arguments(What.SIZE, "Object[] x = new Object[2000000000];"),
                arguments(What.SIZE, "new java.util.ArrayList<Object>( 2000000000 );"),
                arguments(What.SIZE, "String f = String.format( \"%2000000000d\", 1 );"),
                arguments(What.STEPS, "boolean b = \"a\".repeat( 20000 ).matches( \".*.*.*b\" );"),
                arguments(What.STEPS, "String s = \"a\".repeat( 20000 ).replaceAll( \"a*a*b\", \"\" );"),
                arguments(
                        What.SIZE,
                        "java.math.BigInteger b = java.math.BigInteger.TWO; for ( int i = 0; i < 40; i++ ) { b = b.multiply( b ); }"),
                arguments(What.SIZE, "java.math.BigInteger b = java.math.BigInteger.TWO.pow( 2000000000 );"),
                arguments(What.SIZE, "java.math.BigInteger b = java.math.BigInteger.ONE.shiftLeft( 2000000000 );"),
                arguments(What.SIZE, "new java.math.BigDecimal( \"1e1000000000\" ).toBigInteger();"),
                arguments(What.SIZE, "java.math.BigDecimal.ONE.setScale( 1000000000 );"),
                arguments(
                        What.DEPTH,
                        "List<java.util.function.Function<Integer, Integer>> f = new java.util.ArrayList<>(); f.add( n -> f.get( 0 ).apply( n + 1 ) ); f.get( 0 ).apply( 1 );"),
                arguments(What.DEPTH, "List<Object> l = new java.util.ArrayList<>(); l.add( l ); l.hashCode();"),
                arguments(
                        What.STEPS,
                        "List<Object> l = List.of( 1 ); for ( int i = 0; i < 40; i++ ) { l = List.of( l, l ); } int h = l.hashCode();"),
                arguments(
                        What.STEPS,
                        "List<Object> l = List.of( 1 ); for ( int i = 0; i < 40; i++ ) { List<Object> m = new java.util.ArrayList<>(); m.add( l ); m.add( l ); l = m; } String s = l.toString();"),
                arguments(
                        What.STEPS,
                        "java.util.Map<Object, Object> m = new java.util.HashMap<>(); m.put( 1, List.of( 1 ) ); for ( int i = 0; i < 40; i++ ) { m.merge( 1, m.get( 1 ), List::of ); } int h = m.hashCode();"),
                arguments(
                        What.STEPS,
                        "List<Object> l = java.util.Collections.nCopies( 90000, java.util.Collections.nCopies( 90000, \"x\" ) ); String s = l.toString();"),
                arguments(
                        What.SIZE,
                        "java.math.BigDecimal b = new java.math.BigDecimal( \"1e9999\" ); for ( int i = 0; i < 16; i++ ) { b = b.multiply( b ); } b = b.add( java.math.BigDecimal.ONE );"),
                arguments(
                        What.STEPS,
                        "java.util.Comparator<String> c = java.util.Comparator.naturalOrder(); for ( int i = 0; i < 45; i++ ) { c = c.thenComparing( c ); } int x = c.compare( \"a\", \"a\" );"),
                arguments(
                        What.STEPS,
                        "java.util.stream.Collector<Object, ?, Object> c = java.util.stream.Collectors.collectingAndThen( java.util.stream.Collectors.counting(), x -> x ); for ( int i = 0; i < 45; i++ ) { c = java.util.stream.Collectors.teeing( c, c, ( a, b ) -> a ); } Object o = java.util.stream.Stream.of( 1 ).collect( c );"),
                arguments(
                        What.STEPS,
                        "List<Object> a = new java.util.ArrayList<>(); List<Object> b = new java.util.ArrayList<>(); for ( int i = 0; i < 50000; i++ ) { a.add( i ); b.add( -1 - i ); } a.removeAll( b );"),
                arguments(
                        What.STEPS,
                        "String a = \"a\".repeat( 100000 ); String b = \"a\".repeat( 50000 ) + \"b\"; for ( int i = 0; i < 1000; i++ ) { a.indexOf( b ); }"),
                arguments(
                        What.STEPS, "String s = \"\" + java.util.Collections.nCopies( 90000, \"x\".repeat( 90000 ) );"),
                arguments(What.SIZE, "String s = \"a\".repeat( 90000 ).replace( \"a\", \"b\".repeat( 90000 ) );"),
                arguments(What.SIZE, "String s = \"a\".repeat( 50000 ).replaceAll( \"a\", \"b\".repeat( 90000 ) );"),
                arguments(What.SIZE, "String s = String.format( \"%1$s\".repeat( 20000 ), \"x\".repeat( 90000 ) );"),
                arguments(
                        What.STEPS,
                        "String s = java.util.stream.Stream.generate( () -> \"x\" ).limit( 90000 ).map( x -> $id.repeat( 5000 ) ).collect( java.util.stream.Collectors.joining() );"),
                arguments(
                        What.STEPS,
                        "List<Object> l = new java.util.ArrayList<>(); String s = \"x\".repeat( 90000 ); for ( ;; ) { l.add( s.toCharArray() ); }"),
                arguments(
                        What.SIZE,
                        "java.math.BigInteger b = java.math.BigInteger.ONE; for ( ;; ) { b = b.shiftLeft( 90000 ); }"),
                arguments(What.SIZE, "Object o = java.math.BigDecimal.TEN.sqrt( new java.math.MathContext( 90000 ) );"),
                arguments(
                        What.FACTS,
                        "for ( int i = 0; i < 1000000; i++ ) { insert( new MeetingGround( null, \"x\" + i, asOf ) ); }"),
                arguments(
                        What.FACTS,
                        "for ( int i = 0; i < 1000000; i++ ) { answers.owe( \"RUN_SERVICE_ROOM\" ).by( \"approval-bureau\" ).about( $p ).period( \"p\" + i ); }"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("consequences")
    @DisplayName("in a consequence")
    void consequence(What what, String code) {
        stopped(TryRules.rule("runs away", code), 1, what, "5.1 runs away");
    }

    @Test
    @DisplayName("on some facts only; others are decided as before")
    void amongOthers() {
        Ruleset ruleset = TryRules.load(
                TryRules.rule("alert", "answers.alert( \"OUT_OF_SCOPE\" ).about( $p ).severity( Severity.INFO );")
                        + TryRules.rule("runs away", "while ( $id.equals( \"P1\" ) ) { }"));
        assertThatThrownBy(() -> ruleset.decide(TryRules.projects(ruleset, 3), BUDGET))
                .isInstanceOf(EvaluationFailed.class);
        assertThat(ruleset.decide(TryRules.projects(ruleset, 1), BUDGET).alerts())
                .hasSize(1);
    }

    static Stream<Arguments> conditions() {
        // Where each match fires as it is found, firings run out first; where all are put together before, matches do.
        return Stream.concat(
                Stream.of(arguments(What.FIRINGS, "Project() Project() Project() Project()")),
                gathering().map(condition -> arguments(What.MATCHES, condition)));
    }

    private static Stream<String> gathering() {
        return Stream.of(
                "$a : Project() $b : Project( id != $a.id ) $c : Project( id != $b.id ) not Project( id != \"x\" )",
                "$a : Project() not ( Project() and Project() and Project( id == \"x\" ) )",
                "$a : Project() exists ( Project() and Project( $x : id ) and Project( id != $x ) )",
                "accumulate( Project() and Project() and Project( $x : id ); $c : count( $x ) )",
                "$l : List() from collect( Project() ) Project() from $l Project() from $l Project() from $l",
                "( Project() or Project( id != null ) ) Project() Project() Project()");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("conditions")
    @DisplayName("in conditions that put everything together with everything")
    void conditions(What what, String condition) {
        stopped(TryRules.condition("runs away", condition), 150, what, "5.1 runs away");
    }

    @Test
    @DisplayName("in a function that a condition calls")
    void function() {
        String busy = "function int busy( String s ) { int i = 0; while ( i < 2000000000 ) { i++; } return i; }\n";
        stopped(busy + TryRules.condition("runs away", "Project( busy( id ) > 3 )"), 1, What.STEPS, "5.1 runs away");
        stopped(
                busy + TryRules.condition("runs away", "$p : Project() eval( busy( $p.id() ) > 3 )"),
                1,
                What.STEPS,
                "5.1 runs away");
    }

    @Test
    @DisplayName("by facts it declares, each of which holds another one twice")
    void declared() {
        String box = """
                declare Box
                    content : java.util.List
                end
                """;
        String nest = """
                Box box = new Box();
                for ( int i = 0; i < 40; i++ ) {
                    Box outer = new Box();
                    outer.setContent( List.of( box, box ) );
                    box = outer;
                }
                String s = box.toString();
                """;
        stopped(box + TryRules.rule("runs away", nest), 1, What.STEPS, "5.1 runs away");
    }

    @Test
    @DisplayName("by adding facts for ever that make it fire again")
    void inference() {
        String rules = TryRules.rule("starts", "insert( new MeetingGround( null, \"x\", asOf ) );") + """
                rule "5.1 runs away"
                    @clause("5.1")
                when
                    MeetingGround( $d : day )
                then
                    insert( new MeetingGround( null, "x", $d.plusDays( 1 ) ) );
                end
                """;
        stopped(rules, 1, What.FIRINGS, "5.1 runs away");
    }

    @Test
    @DisplayName("by the clock, while it compares what never fits")
    void time() {
        AtomicLong now = new AtomicLong();
        Budget impatient = new Budget(
                new DecisionLimits(Duration.ofSeconds(1), 20_000, 20_000, 200_000, 1_000_000),
                () -> now.addAndGet(10_000_000));
        Ruleset ruleset = TryRules.load(
                TryRules.condition("runs away", "$a : Project() Project( name > $a.name || id == \"no\" )"));
        assertThatThrownBy(() -> ruleset.decide(TryRules.projects(ruleset, 150), impatient))
                .isInstanceOfSatisfying(EvaluationFailed.class, failed -> {
                    assertThat(failed.exceeded()).isEqualTo(What.TIME);
                    assertThat(failed.rule()).isEqualTo("5.1 runs away");
                });
    }

    private static void stopped(String rules, int projects, What what, String rule) {
        Ruleset ruleset = TryRules.load(rules);
        assertThatThrownBy(() -> ruleset.decide(TryRules.projects(ruleset, projects), BUDGET))
                .isInstanceOfSatisfying(EvaluationFailed.class, failed -> {
                    assertThat(failed.exceeded()).isEqualTo(what);
                    assertThat(failed.rule()).isEqualTo(rule);
                });
        assertThat(ruleset.decide(TryRules.projects(ruleset, 0), BUDGET).alerts())
                .as("what is decided next")
                .isEmpty();
    }
}
