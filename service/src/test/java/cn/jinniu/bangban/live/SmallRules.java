package cn.jinniu.bangban.live;

import cn.jinniu.bangban.ruleset.RulesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A rules folder on disk with one rule, quick to compile, and one scenario beside it. The rule sets a due day so many
 * calendar days after the day decided for: which edit of the folder decided can be told from the answer.
 */
public final class SmallRules {
    /** A request the rule answers. */
    public static final String REQUEST = "{\"asOf\":\"2026-01-01\",\"district\":{}}";

    private static final String FILE = "5-safeguards/5.1-edited.drl";

    public final Path folder;
    public final Path scenarios;

    /** Makes {@code rules} and {@code scenarios} in a folder. */
    public SmallRules(Path parent) {
        folder = parent.resolve("rules");
        scenarios = parent.resolve("scenarios");
        try {
            new RulesFolder().withoutDuties().with(FILE, rule("1")).writeTo(folder);
            Files.createDirectories(scenarios);
            scenario("2026-01-02");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule whose obligation is due so many days after 31 December 2025. */
    public static String rule(String days) {
        return """
                rule "5.1 改了又改 / edited"
                    @clause("5.1")
                when
                    District()
                then
                    answers.owe( "RUN_SERVICE_ROOM" ).by( "service-room" ).aboutDistrict( "510106" )
                           .due( Due.fixed( asOf.plusDays( %s ) ) );
                end
                """.formatted(days);
    }

    /** What the one scenario expects. */
    public void scenario(String due) throws IOException {
        Files.writeString(scenarios.resolve("edited.yaml"), """
                title: 2026年1月1日,期限在规则所写的那天
                titleEn: On 1 January 2026 the due day is the one the rule says
                clauses: [5.1]
                request:
                  asOf: 2026-01-01
                  district: {}
                expect:
                  obligations:
                    - {code: RUN_SERVICE_ROOM, due: %s}
                  others: {obligations: none}
                """.formatted(due));
    }

    /** Saves the rule with another number of days, or with another text in that place. */
    public void edit(String days) {
        write(FILE, rule(days));
    }

    public void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves as careful editors do: into another file, which then takes the old one's place. */
    public void editByRenaming(String days) throws IOException {
        Path file = folder.resolve(FILE);
        Path other = Files.writeString(file.resolveSibling(".5.1-edited.drl.new"), rule(days));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the whole folder. */
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Writes the whole folder anew. */
    public void restore(String days) throws IOException {
        new RulesFolder().withoutDuties().with(FILE, rule(days)).writeTo(folder);
    }
}
