package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file of clauses: each clause under its number. */
final class ClausesFile {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*(\\.[0-9]+)*[a-z]?");

    private final FileProblems problems;
    private final Set<String> numbers;

    private ClausesFile(FileProblems problems, Set<String> numbers) {
        this.problems = problems;
        this.numbers = numbers;
    }

    static Clauses read(RulesetSource source, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(Clauses.FILE, all);
        Map<String, Clause> clauses = new LinkedHashMap<>();
        YamlMap map = YamlFile.read(source, Clauses.FILE, all);
        if (map != null) {
            ClausesFile file = new ClausesFile(problems, map.entries().keySet());
            map.entries().forEach((number, entry) -> {
                Clause clause = file.clause(number, entry);
                if (clause != null) {
                    clauses.put(number, clause);
                }
            });
        }
        return new Clauses(clauses);
    }

    private @Nullable Clause clause(String number, Entry entry) {
        if (!NUMBER.matcher(number).matches()) {
            problems.add(
                    entry.key(),
                    "“" + number + "”不是条款号；请写数字、点和一个小写字母",
                    "\"" + number + "\" is no clause number; write digits, dots and one lower-case letter");
            return null;
        }
        YamlFields fields = YamlFields.of(number, entry.value(), problems);
        if (fields == null) {
            return null;
        }
        Text title = fields.bothLanguages("title");
        Text summary = fields.bothLanguages("summary");
        Boolean decidable = decidable(fields.text("decidable"));
        List<YamlText> through = List.of();
        Text reason = null;
        // A clause with rules needs no excuse, and one left beside rules would mislead.
        if (Boolean.FALSE.equals(decidable)) {
            reason = fields.bothLanguages("reason");
            through = fields.optionalTexts("through");
        }
        fields.done();
        through.forEach(text -> checkReference(number, text));
        if (title == null || summary == null || decidable == null || (!decidable && reason == null)) {
            return null;
        }
        return new Clause(
                number,
                title,
                summary,
                decidable,
                reason,
                through.stream().map(YamlText::value).toList());
    }

    private @Nullable Boolean decidable(@Nullable YamlText text) {
        if (text == null) {
            return null;
        }
        return switch (text.value()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> {
                problems.add(
                        text.place(),
                        "decidable 应为 true（有规则）或 false（无规则），现为“" + text.value() + "”",
                        "decidable must be true (it has rules) or false (it has none), not \"" + text.value() + "\"");
                yield null;
            }
        };
    }

    private void checkReference(String number, YamlText through) {
        String other = through.value();
        if (other.equals(number)) {
            problems.add(
                    through.place(),
                    "条款“" + number + "”不能指向自己；请改写 through",
                    "the clause \"" + number + "\" cannot be decided through itself; mend through");
        } else if (!numbers.contains(other)) {
            problems.add(
                    through.place(),
                    "没有条款“" + other + "”" + Nearest.hintZh(other, numbers),
                    "there is no clause \"" + other + "\"" + Nearest.hintEn(other, numbers));
        }
    }
}
