package cn.jinniu.bangban.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.RulesetData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What policy staff can change must not be written in the program too, be it in code, in a comment or in a resource:
 * there it would go stale.
 */
@DisplayName("Main sources know")
class MainSourcesKnowNoPolicyTest {
    private static final Path MAIN = Path.of("src", "main");

    private final RulesetData shipped = ShippedRules.RULESET.data();

    @Test
    @DisplayName("no code of an obligation, an alert or a determination")
    void noCodes() throws IOException {
        Catalogue catalogue = shipped.catalogue();
        List<String> codes = Stream.of(
                        catalogue.obligations().keySet(),
                        catalogue.alerts().keySet(),
                        catalogue.determinations().keySet())
                .flatMap(Collection::stream)
                .toList();
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(occurrences(words(codes))).isEmpty();
    }

    @Test
    @DisplayName("no number of a clause")
    void noClauses() throws IOException {
        List<String> numbers = shipped.clauses().numbers().stream()
                .filter(number -> number.contains("."))
                .toList();
        assertThat(numbers).contains("3.4.1", "4.7c", "4.2");
        assertThat(occurrences(words(numbers))).isEmpty();
    }

    @Test
    @DisplayName("no unit")
    void noUnits() throws IOException {
        assertThat(occurrences(words(shipped.directory().units().keySet()))).isEmpty();
    }

    /** Any of these, standing alone: not as a part of a longer word or number. */
    private static Pattern words(Collection<String> words) {
        return Pattern.compile(words.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?<!\\d\\.)(?:", ")(?![\\w-])(?!\\.\\d)")));
    }

    private static List<String> occurrences(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        try (Stream<Path> tree = Files.walk(MAIN)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                files++;
                int number = 0;
                // What is looked for is ASCII, so the file may be in any encoding, or no text at all.
                for (String line :
                        Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                    number++;
                    for (Matcher matcher = pattern.matcher(line); matcher.find(); ) {
                        found.add(file + ":" + number + ": " + matcher.group());
                    }
                }
            }
        }
        assertThat(files).as("files of the main sources").isGreaterThan(100);
        return found;
    }
}
