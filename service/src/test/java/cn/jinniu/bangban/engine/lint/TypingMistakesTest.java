package cn.jinniu.bangban.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Typing mistakes in the shipped rules, by the hundred:")
class TypingMistakesTest {
    private static final int EACH = 14;

    /** A slip of the hand: what it hits, and what it makes of it. */
    private enum Slip {
        BRACKET_DROPPED("[()]", ""),
        BRACKET_DOUBLED("[()]", "$0$0"),
        END_DROPPED("(?m)^end$", ""),
        THEN_DROPPED("(?m)^then$", ""),
        WHEN_DROPPED("(?m)^when$", ""),
        QUOTE_DROPPED("\"", ""),
        WIDE_BRACKET("\\(", "（"),
        WIDE_COMMA(",", "，"),
        WIDE_SEMICOLON(";", "；"),
        WIDE_QUOTE("\"", "“"),
        LETTER_DROPPED("(?<=[a-z])[a-z](?=[a-zA-Z]{2})", ""),
        LETTER_DOUBLED("(?<=[a-z])[a-z](?=[a-zA-Z]{2})", "$0$0"),
        EQUALS_DROPPED("==", "="),
        DOLLAR_DROPPED("\\$", ""),
        DOT_DROPPED("(?<=\\w)\\.(?=\\w)", ""),
        SEMICOLON_DROPPED(";", "");

        private final Pattern hits;
        private final String makes;

        Slip(String hits, String makes) {
            this.hits = Pattern.compile(hits);
            this.makes = makes;
        }
    }

    private final RulesFolder shipped = new RulesFolder();
    private final Random chance = new Random(20261127);

    @Test
    @DisplayName("each is told with file and line, in plain words, or leaves rules that can be used")
    void all() {
        List<String> files = shipped.source().rulePaths().stream()
                .filter(path -> !path.equals("vocabulary.drl"))
                .toList();
        int told = 0;
        int tried = 0;
        List<String> silent = new ArrayList<>();
        for (Slip slip : Slip.values()) {
            for (int i = 0; i < EACH; i++) {
                String file = files.get(chance.nextInt(files.size()));
                String text = shipped.text(file);
                List<MatchResult> places = slip.hits.matcher(text).results().toList();
                if (places.isEmpty()) {
                    continue;
                }
                MatchResult place = places.get(chance.nextInt(places.size()));
                String wrong = text.substring(0, place.start())
                        + slip.makes.replace("$0", place.group())
                        + text.substring(place.end());
                if (inComment(text, place.start()) || wrong.equals(text)) {
                    continue;
                }
                tried++;
                List<RulesetProblem> problems = problems(file, wrong);
                told += problems.isEmpty() ? 0 : 1;
                if (problems.isEmpty()) {
                    silent.add(slip + " " + file + " " + lineAt(wrong, place.start()));
                }
                assertThat(problems)
                        .as(slip + " in " + file + ": " + lineAt(wrong, place.start()))
                        .allSatisfy(problem -> {
                            assertThat(problem.file()).isNotEmpty();
                            assertThat(problem.line()).isPositive();
                            WrongRulesTest.isPlain(problem);
                        });
            }
        }
        assertThat(tried).isGreaterThan(130);
        // What is left over are slips within names and sentences that nothing depends on.
        assertThat(told).as("%s of %s; silent: %s", told, tried, silent).isGreaterThan(tried * 85 / 100);
    }

    /** Of the one file, with the vocabulary: what others give it is not there, and of no interest here. */
    private List<RulesetProblem> problems(String file, String text) {
        RulesFolder folder = LintCases.withoutRules().with(file, text);
        return LintCases.problems(folder.source()).stream()
                .filter(problem -> problem.file().equals(file))
                .filter(problem -> !problem.kind().word().equals("nobody-inserts"))
                .toList();
    }

    private static boolean inComment(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        return text.substring(lineStart, at).contains("//") || text.startsWith("//", lineStart);
    }

    private static String lineAt(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, end < 0 ? text.length() : end);
    }
}
