package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever class of the platform or the program a rule names, it gets at it only if it is offered. */
@DisplayName("A class met by chance is refused unless it is offered:")
class RandomReachTest {
    private static final List<String> CLASSES = classes();
    private static final String[] PLACES = {
        "rule r when then %s.run(); end",
        "rule r when then Object o = (%s) null; end",
        "rule r when then new %s(); end",
        "rule r when then java.util.function.Supplier s = %s::make; end",
        "rule r when Project( id == %s.make() ) then end",
        "rule r when %s( ) then end",
        "rule r when Object() from %s.all() then end",
        "rule r when eval( %s.is() ) then end",
        "import %s",
        "import function %s.run",
        "global %s thing",
        "declare T\n x : %s\nend",
        "function %s f() { return null; }",
        "rule r when accumulate( Project(); $c : count( %s.make() ) ) then end",
    };

    private static List<String> classes() {
        List<String> all = new ArrayList<>();
        ModuleFinder.ofSystem().findAll().forEach(module -> {
            try (ModuleReader reader = module.open()) {
                reader.list()
                        .filter(path -> path.endsWith(".class") && !path.contains("-"))
                        .map(path -> path.substring(0, path.length() - 6).replace('/', '.'))
                        .map(name -> name.replaceAll("\\$.*", ""))
                        .filter(name -> name.contains("."))
                        .forEach(all::add);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return all.stream().distinct().sorted().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void refused(long seed) throws IOException, DroolsParserException {
        assertThat(CLASSES).hasSizeGreaterThan(5_000);
        String vocabulary = Files.readString(ShippedRules.FOLDER.resolve("vocabulary.drl"));
        GuardedFile words = new GuardedFile("vocabulary.drl", vocabulary, new DrlParser().parse(false, vocabulary));
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            String name = CLASSES.get(random.nextInt(CLASSES.size()));
            if (Offered.all().type(name) != null) {
                continue;
            }
            String rule = PLACES[random.nextInt(PLACES.length)].formatted(name);
            DrlParser parser = new DrlParser();
            var content = parser.parse(false, rule);
            boolean refused = parser.hasErrors()
                    || !RuleFileGuard.check(List.of(words, new GuardedFile("a.drl", rule, content)))
                            .isEmpty();
            assertThat(refused).as(rule).isTrue();
        }
    }
}
