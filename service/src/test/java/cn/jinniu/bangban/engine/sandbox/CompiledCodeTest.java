package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.parser.DrlParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/** The last layer alone: neither the text is looked at, nor are classes hidden. */
@DisplayName("Compiled rules are refused, whatever they were written like, when they use")
class CompiledCodeTest {
    private static final String OWNED = "bangban.owned";

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(OWNED)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "System.setProperty( \"bangban.owned\", \"yes\" );                 | java.lang.System.setProperty",
                "System.out.println();                                             | java.lang.System.out",
                "Runtime.getRuntime();                                             | java.lang.Runtime.getRuntime",
                "\"x\".getClass();                                                 | java.lang.Object.getClass",
                "insert( String.class );                                           | class Ljava/lang/String;",
                "new Thread();                                                     | new java.lang.Thread",
                "insert( (Thread) (Object) $s );                                   | java.lang.Thread",
                "Object o = new Thread[1];                                         | java.lang.Thread",
                "Object o = new int[1][1];                                         | array of arrays",
                "boolean b = (Object) $s instanceof ClassLoader; insert( b );      | java.lang.ClassLoader",
                "synchronized ( $s ) { }                                           | synchronized",
                "try { $s.length(); } catch ( RuntimeException e ) { }             | catch java.lang.RuntimeException",
                "new Thread() { public void run() { } };                           | java.lang.Thread",
                "Runnable r = () -> { };                                           | LambdaMetafactory",
                "java.util.function.Supplier<Object> s = Object::new;              | java.lang.Object::<init>",
                "java.util.function.Supplier<Object> s = $s::getClass;             | getClass",
                "java.util.function.UnaryOperator<String> f = String::toUpperCase; | toUpperCase (x -> …)",
                "drools.getKieRuntime();                                           | KnowledgeHelper.getKieRuntime",
                "drools.halt();                                                    | KnowledgeHelper.halt",
                "kcontext.getMatch();                                              | getMatch",
                "Math.random();                                                    | java.lang.Math.random",
                "java.time.LocalDate.now();                                        | java.time.LocalDate.now",
                "Integer.getInteger( \"x\" );                                      | java.lang.Integer.getInteger",
                "\"x\".intern();                                                   | java.lang.String.intern",
                "java.util.List.of().parallelStream();                             | parallelStream",
                "new java.util.Random();                                           | new java.util.Random",
                "java.lang.reflect.Array.newInstance( null, 1 );                   | java.lang.reflect.Array",
                "java.lang.invoke.MethodHandles.lookup();                          | java.lang.invoke.MethodHandles",
                "cn.jinniu.bangban.engine.sandbox.Meter.leave();                   | Meter.leave",
                "new cn.jinniu.bangban.facts.CaseFileReader( null, null );         | new cn.jinniu.bangban.facts.CaseFileReader",
                "new cn.jinniu.bangban.facts.Unit( null, null, null, null );       | new cn.jinniu.bangban.facts.Unit",
                "} static { System.setProperty( \"bangban.owned\", \"yes\" ); } static void y() { | <clinit>",
            })
    void refused(String consequence, String what) {
        SortedMap<String, Set<String>> refused = guard("", consequence);
        assertThat(refused.values())
                .as(consequence)
                .isNotEmpty()
                .anySatisfy(found -> assertThat(String.join(", ", found)).contains(what.strip()));
    }

    @Test
    @DisplayName("any of it in a function, an eval or a condition's expression that is compiled")
    void elsewhere() {
        assertThat(guard("function void f() { System.exit( 0 ); }", "").values().toString())
                .contains("java.lang.System.exit");
        assertThat(guard("rule e when eval( System.getenv() != null ) then end", "")
                        .values()
                        .toString())
                .contains("java.lang.System.getenv");
        assertThat(guard("rule a when accumulate( $x : String(); $c : count( System.getenv( $x ) ) ) then end", "")
                        .values()
                        .toString())
                .contains("java.lang.System.getenv");
    }

    @Test
    @DisplayName("none of it, and are left alone, when they use only what is offered")
    void allowed() {
        assertThat(guard("", "insert( java.util.List.of( $s, 1 ).stream().map( x -> \"\" + x ).toList() );"))
                .isEmpty();
    }

    private static SortedMap<String, Set<String>> guard(String before, String consequence) {
        Properties properties = new Properties();
        properties.setProperty("drools.dialect.default", "java");
        properties.setProperty("drools.dialect.java.compiler.lnglevel", "17");
        KnowledgeBuilderImpl builder = (KnowledgeBuilderImpl)
                KnowledgeBuilderFactory.newKnowledgeBuilder(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        properties, CompiledCodeTest.class.getClassLoader()));
        try {
            builder.addPackage(new DrlParser().parse(false, """
                    package unguarded
                    %s
                    rule "r" dialect "java"
                    when
                        $s : String()
                    then
                        %s
                    end
                    """.formatted(before, consequence)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(builder.hasErrors()).as(builder.getErrors().toString()).isFalse();
        return CompiledCode.guard(builder.getKnowledgePackages());
    }
}
