package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules of a test's own on the shipped vocabulary and plain files, without the shipped rules. */
public final class TryRules {
    static final String FILE = "5-safeguards/5.1-try.drl";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private TryRules() {}

    static RulesFolder withoutRules() {
        RulesFolder folder = new RulesFolder();
        folder.source().rulePaths().stream()
                .filter(path -> !path.equals("vocabulary.drl"))
                .forEach(folder::without);
        return folder;
    }

    static Ruleset load(String rules) {
        try {
            return Ruleset.load(withoutRules().with(FILE, rules).source());
        } catch (RulesetRefused refused) {
            throw new AssertionError(refused.problems().toString(), refused);
        }
    }

    /** A rule, called {@code 5.1 name}, about each project. */
    static String rule(String name, String consequence) {
        return """
                rule "5.1 %s"
                    @clause("5.1")
                when
                    $p : Project( $id : id )
                then
                    %s
                end
                """.formatted(name, consequence);
    }

    static String condition(String name, String condition) {
        return """
                rule "5.1 %s"
                    @clause("5.1")
                when
                    %s
                then
                end
                """.formatted(name, condition);
    }

    public static CaseFile projects(Ruleset ruleset, int many) {
        String projects = IntStream.range(0, many)
                .mapToObj(i -> "{\"id\":\"P" + i + "\",\"name\":\"" + "a".repeat(40) + "b\"}")
                .collect(Collectors.joining(","));
        byte[] json = ("{\"projects\":[" + projects + "]}").getBytes(StandardCharsets.UTF_8);
        CaseFileReader reader = new CaseFileReader(
                ruleset.data().directory().units(), ruleset.data().sectors().words());
        return ((Reading.Facts) reader.read(json, DAY)).facts();
    }
}
