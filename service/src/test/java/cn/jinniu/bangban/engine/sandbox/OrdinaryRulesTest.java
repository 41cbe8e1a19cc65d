package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.Ruleset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An ordinary rule is built and decides:")
class OrdinaryRulesTest {
    private static final String ALERT = " answers.alert( \"OUT_OF_SCOPE\" ).about( $p ).severity( Severity.INFO );";

    static Stream<String> consequences() {
        return Stream.of(
                "List<String> names = $p.listings().stream().filter( x -> x.year() > 2000 ).map( x -> x.level().name() ).sorted().toList();",
                "java.util.Map<String, Integer> counts = new java.util.HashMap<>(); for ( String name : List.of( \"a\" ) ) { counts.merge( name, 1, Integer::sum ); }",
                "LocalDate due = asOf.plusDays( 3 ).with( java.time.temporal.TemporalAdjusters.lastDayOfMonth() );",
                "long days = java.time.temporal.ChronoUnit.DAYS.between( asOf, asOf.plusMonths( 2 ) );",
                "java.math.BigDecimal money = new java.math.BigDecimal( \"12.5\" ).multiply( java.math.BigDecimal.TEN ).setScale( 2, java.math.RoundingMode.HALF_UP );",
                "String f = String.format( \"%s %05d\", $id, 1 ) + \"第 %d 项\".formatted( 2 );",
                "String d = asOf.format( java.time.format.DateTimeFormatter.ofPattern( \"yyyy年M月d日\" ) );",
                "String block = \"\"\"\n hi \"there\" System.exit(0) }\n \"\"\";",
                "int m = switch ( $p.id() ) { case \"a\" -> 1; default -> { int q = 2; yield q; } };",
                "String w = switch ( Level.DISTRICT ) { case DISTRICT -> \"x\"; default -> \"y\"; };",
                "for ( int i = 0; i < 3; i++ ) { int[] xs = new int[3]; xs[i] = i; }",
                "int i = 0; while ( i < 3 ) { i++; } do { i--; } while ( i > 0 );",
                "var list = new java.util.ArrayList<String>(); list.add( \"x\" ); list.forEach( s -> { String z = s; } ); list.removeIf( s -> s.isEmpty() );",
                "var days = java.util.stream.IntStream.rangeClosed( 1, 3 ).mapToObj( i -> asOf.plusDays( i ) ).toList();",
                "var firsts = java.util.stream.Stream.iterate( asOf, d -> d.plusMonths( 1 ) ).limit( 12 ).toList();",
                "var longest = List.of( \"a\", \"bb\" ).stream().max( java.util.Comparator.comparing( s -> s.length() ) ).orElse( \"\" );",
                "var groups = $p.listings().stream().collect( java.util.stream.Collectors.groupingBy( x -> x.level() ) );",
                "// System.exit( 0 ); /* Runtime */\n String s = \"System.exit( 0 ); } static { Runtime\";",
                "String upper = \"abc\".toUpperCase().trim(); boolean yes = upper.matches( \"[A-Z]+\" ) && \"a-b\".split( \"-\" ).length == 2;",
                "java.util.function.Function<Integer, Integer> twice = n -> n * 2; int four = twice.apply( 2 );",
                "if ( $p.id() == null ) { throw new IllegalStateException( \"no id\" ); }",
                "java.util.Optional<LocalDate> none = java.util.Optional.empty(); LocalDate d = none.orElse( asOf );",
                "insert( new ProjectEnterprise( null, units.unit( \"service-room\" ) ) );");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consequences")
    @DisplayName("a consequence")
    void consequence(String code) {
        decides(TryRules.rule("ordinary", code + '\n' + ALERT));
    }

    static Stream<String> conditions() {
        return Stream.of(
                "$p : Project( $id : id, name contains \"a\", name matches \"a.*\", sector not in ( \"HEALTH\" ), sector == null || sector != \"EDUCATION\" )",
                "$p : Project( listings.size() >= 0, leadUnit == null, governmentInvested == false ) AsOf( day <= asOf, year > 2000 + 3 * 2 )",
                "AsOf( day <= parameters.dayIn( \"listing-carry-over-until\", year ) || day > asOf.minusDays( 400 ) ) $p : Project()",
                "$p : Project( $id : id ) not Listing( project == $id ) not ( Report( kind == ReportKind.SERVICE ) and Bulletin() )",
                "$p : Project( $id : id ) accumulate( Listing( project == $id, $y : year ); $n : count( $y ), $l : collectList( $y ); $n == 0 )",
                "$p : Project( $id : id ) $all : List( size == 0 ) from collect( Listing( project == $id ) )",
                "$p : Project( $id : id ) eval( $id.length() < 100 && later( asOf, asOf ).equals( asOf ) )",
                "$p : Project( id str[startsWith] \"P\", id.substring( 0, 1 ) == \"P\", this != null )",
                "$p : Project( majorInvestmentRecognisedOn == null || majorInvestmentRecognisedOn.isBefore( asOf ) )",
                "$p : Project( $id : id ) forall( $q : Project() Project( this == $q, name != null ) )",
                "$p : Project() // 注释 / a comment\n exists( Bulletin() or AsOf() )");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    @DisplayName("conditions")
    void condition(String condition) {
        decides(TryRules.condition("ordinary", condition).replace("then\n", "then\n" + ALERT + '\n'));
    }

    @Test
    @DisplayName("facts and an enum it declares itself, and functions")
    void declarations() {
        decides("""
                import java.util.Map

                declare Visit
                    id : String @key
                    on : java.time.LocalDate
                    times : int
                    mood : Mood
                end
                declare enum Mood GOOD( "g", 1 ), BAD( "b", -2 ); label : String; n : int end

                function int twice( int n ) {
                    int all = 0;
                    for ( int i = 0; i < n; i++ ) { all += 2; }
                    return all;
                }
                function String word( Level level, List more ) {
                    return switch ( level ) { case NATIONAL -> "国"; default -> "其他" + more.size(); };
                }

                rule "5.1 a"
                    @clause("5.1")
                when
                    $p : Project( $id : id )
                then
                    Map<String, String> words = new java.util.TreeMap<>();
                    words.put( "a", word( Level.DISTRICT, List.of() ) );
                    insert( new Visit( $id, asOf.plusDays( twice( 3 ) ), words.size(), Mood.GOOD ) );
                end

                rule "5.1 b"
                    @clause("5.1")
                when
                    Visit( $id : id, on > asOf, times == 1, mood == Mood.GOOD, mood.label == "g" )
                    $p : Project( id == $id )
                then
                    %s
                end
                """.formatted(ALERT));
    }

    private static void decides(String rules) {
        Ruleset ruleset = TryRules.load(rules);
        assertThat(ruleset.decide(TryRules.projects(ruleset, 2)).alerts()).hasSize(2);
    }
}
