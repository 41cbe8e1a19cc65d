package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.ruleset.Catalogue.DeterminationCode;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.vocabulary.AlertDraft;
import cn.jinniu.bangban.vocabulary.DeterminationDraft;
import cn.jinniu.bangban.vocabulary.DutyDraft;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what consequences answer against the catalogue, and that answers say all they must. */
final class AnswerCheck {
    private static final Pattern TEXT = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*");
    private static final Pattern TEXTS = Pattern.compile("\"([^\"\\\\]*)\"");

    /** What can be said of an answer; one that says anything else is reported for that. */
    private static final Set<String> WORDS = Stream.of(DutyDraft.class, DeterminationDraft.class, AlertDraft.class)
            .flatMap(draft -> Arrays.stream(draft.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> HOW_LONG = Set.of("due", "dueUnknown", "suspended", "toFill");

    private final RulesetData data;
    private final Notes notes;

    AnswerCheck(RulesetData data, Notes notes) {
        this.data = data;
        this.notes = notes;
    }

    void check(List<Answer> answers) {
        for (Answer answer : answers) {
            code(answer);
            if (!answer.kept()
                    && WORDS.containsAll(
                            answer.said().stream().map(Answer.Word::name).toList())) {
                complete(answer);
            }
            grounds(answer);
        }
    }

    private void code(Answer answer) {
        String code = answer.code();
        if (code == null) {
            return;
        }
        switch (answer.verb()) {
            case "owe" ->
                known(answer, code, data.catalogue().obligations().keySet(), "义务代码", "obligation", "obligations");
            case "alert" -> known(answer, code, data.catalogue().alerts().keySet(), "提醒代码", "alert", "alerts");
            default ->
                known(
                        answer,
                        code,
                        data.catalogue().determinations().keySet(),
                        "认定代码",
                        "determination",
                        "determinations");
        }
    }

    private void known(Answer answer, String code, Collection<String> codes, String zh, String en, String section) {
        if (!codes.isEmpty() && !codes.contains(code)) {
            notes.add(
                    ProblemKind.UNKNOWN_CODE,
                    answer.codeStart(),
                    answer.codeStart() + code.length() + 2,
                    "没有" + zh + "“" + code + "”" + Nearest.hintZh(code, codes) + "；新的代码先在 catalogue.yaml 的 " + section
                            + " 下登记",
                    "there is no " + en + " \"" + code + "\"" + Nearest.hintEn(code, codes)
                            + "; enter a new code under " + section + " in catalogue.yaml first");
        }
    }

    private void complete(Answer answer) {
        boolean post = answer.verb().equals("owe") && answer.code() == null;
        if (post) {
            return; // of a post, or with a code that is worked out
        }
        if (answer.verb().equals("owe") && !answer.says("by")) {
            missing(answer, "由谁承担：.by( 单位 )", "who owes it: .by( unit )");
        }
        if (!answer.says("about") && !answer.says("aboutDistrict") && !answer.says("aboutCommissioner")) {
            missing(answer, "关于什么：.about( 对象 )", "what it is about: .about( subject )");
        }
        if (answer.verb().equals("owe")
                && answer.says("met")
                && HOW_LONG.stream().noneMatch(answer::says)) {
            missing(answer, "期限：写了完成日 .met 的，也要写 .due( 期限 )", "its day: what has .met( day ) has .due( day ) too");
        }
    }

    private void missing(Answer answer, String zh, String en) {
        notes.add(
                ProblemKind.INCOMPLETE_ANSWER,
                answer.start(),
                answer.codeStart() + (answer.code() == null ? 1 : answer.code().length() + 2),
                "这项答复没有写明" + zh,
                "this answer does not say " + en);
    }

    private void grounds(Answer answer) {
        String code = answer.code();
        DeterminationCode determination = !answer.verb().equals("determine") || code == null
                ? null
                : data.catalogue().determinations().get(code);
        if (determination == null) {
            return;
        }
        Map<String, ?> grounds = determination.grounds();
        for (Answer.Word word : answer.said()) {
            if (!word.name().equals("ground") && !word.name().equals("grounds")) {
                continue;
            }
            boolean plain = TEXT.matcher(word.arguments()).matches()
                    || word.arguments().contains("?")
                    || word.arguments().contains("List.of");
            Matcher texts = TEXTS.matcher(word.arguments());
            while (plain && texts.find()) {
                if (!grounds.containsKey(texts.group(1))) {
                    notes.add(
                            ProblemKind.UNKNOWN_CODE,
                            word.argumentsStart() + texts.start(),
                            word.argumentsStart() + texts.end(),
                            code + " 没有理由“" + texts.group(1) + "”" + Nearest.hintZh(texts.group(1), grounds.keySet())
                                    + "；新的理由先在 catalogue.yaml 里登记",
                            code + " has no ground \"" + texts.group(1) + "\""
                                    + Nearest.hintEn(texts.group(1), grounds.keySet())
                                    + "; enter a new ground in catalogue.yaml first");
                }
            }
        }
    }
}
