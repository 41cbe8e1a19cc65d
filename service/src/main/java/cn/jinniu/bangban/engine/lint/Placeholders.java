package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.PlaceholderUse;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds placeholders in the words of a code that none of the rules that answer it ever fills. */
final class Placeholders {
    private static final Map<String, Set<String>> FILLED_BY = Map.of(
            "assignee", Set.of("assignee"),
            "period", Set.of("period"),
            "due", Set.of("due", "toFill"),
            "fulfilledOn", Set.of("met", "toFill"),
            "attendees", Set.of("attendees", "attendee"));

    private static final Map<String, Set<String>> FILLED_BY_ALERTS =
            Map.of("unit", Set.of("concerning"), "addressees", Set.of("to"));

    private Placeholders() {}

    static List<RulesetProblem> check(List<PlaceholderUse> uses, Collection<List<Answer>> answers) {
        List<RulesetProblem> problems = new ArrayList<>();
        for (PlaceholderUse use : uses) {
            Set<String> fillers = (use.alert() ? FILLED_BY_ALERTS : FILLED_BY).get(use.word());
            if (fillers == null) {
                continue;
            }
            List<Answer> its = answers.stream()
                    .flatMap(List::stream)
                    .filter(answer ->
                            use.code().equals(answer.code()) && answer.verb().equals(use.alert() ? "alert" : "owe"))
                    .toList();
            boolean filled = its.isEmpty()
                    || its.stream()
                            .anyMatch(
                                    answer -> answer.kept() || fillers.stream().anyMatch(answer::says));
            if (!filled) {
                String words = String.join(
                        "、",
                        fillers.stream()
                                .sorted()
                                .map(word -> "." + word + "( … )")
                                .toList());
                String wordsEn = String.join(
                        " or ",
                        fillers.stream()
                                .sorted()
                                .map(word -> "." + word + "( … )")
                                .toList());
                problems.add(
                        new RulesetProblem(
                                PlaceholderUse.FILE,
                                use.place().line(),
                                use.place().column(),
                                use.word().length() + 2,
                                ProblemKind.UNFILLED_PLACEHOLDER,
                                new Text(
                                        "没有规则填写 {" + use.word() + "}：给出 " + use.code() + " 的规则都没有写 " + words
                                                + "，句子里这一处总是空的；请补写规则，或者从句子里删去",
                                        "no rule fills {" + use.word() + "}: none that answers " + use.code() + " says "
                                                + wordsEn
                                                + ", so it is always left out; say it in the rule, or take it out of the sentence")));
            }
        }
        return problems;
    }
}
