package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.ConditionShown;
import cn.jinniu.bangban.explain.model.CountShown;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.Given;
import cn.jinniu.bangban.explain.model.LookUpShown;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Origin;
import cn.jinniu.bangban.explain.model.ParameterShown;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.explain.model.Turn;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells explanations as indented text: each line rests on those indented below it. */
public final class ExplanationText {
    private static final int INDENT = 2;

    private final Language language;

    public ExplanationText(Language language) {
        this.language = language;
    }

    /** The lines, from the first to the last. */
    public List<String> lines(Explanation explanation) {
        Telling telling = new Telling();
        telling.line(
                0,
                "决定日 " + explanation.asOf() + "，规则集 " + explanation.ruleset(),
                "Decided for " + explanation.asOf() + " by " + explanation.ruleset());
        explanation.given().forEach(telling::given);
        explanation.notGiven().forEach(telling::notGiven);
        return telling.lines;
    }

    private final class Telling {
        private final List<String> lines = new ArrayList<>();
        private Set<Because> told = Collections.newSetFromMap(new IdentityHashMap<>());

        void line(int depth, String zh, String en) {
            line(depth, language == Language.ZH ? zh : en);
        }

        void line(int depth, String text) {
            lines.add(" ".repeat(depth * INDENT) + text);
        }

        private String say(Text text) {
            return text.in(language);
        }

        private String say(String zh, String en) {
            return language == Language.ZH ? zh : en;
        }

        void given(Given given) {
            told = Collections.newSetFromMap(new IdentityHashMap<>());
            line(0, "");
            line(0, say("为什么：", "Why: ") + say(given.says()));
            rule(1, given.rule());
            if (!given.hangsOn().isEmpty()) {
                line(1, "取决于（单独改动其中一项，答复就会不同）：", "It hangs on (each by itself, changed so, turns it):");
                given.hangsOn().forEach(turn -> turn(2, turn));
            }
            because(1, given.because());
        }

        void notGiven(NotGiven notGiven) {
            told = Collections.newSetFromMap(new IdentityHashMap<>());
            Question question = notGiven.question();
            line(0, "");
            line(0, "为什么没有：" + asked(question), "Why not: " + asked(question));
            line(1, say(notGiven.says()));
            for (String instead : notGiven.instead()) {
                line(1, "而是给出了：" + instead, "given instead: " + instead);
            }
            if (!notGiven.changes().isEmpty()) {
                line(1, "请求若这样改动（一并改动），就会给出：", "With these changes of the request, all together, it is given:");
                notGiven.changes().forEach(change -> change(2, change));
            }
            notGiven.rules().forEach(attempt -> attempt(1, attempt));
        }

        private String asked(Question question) {
            return question.code()
                    + ' '
                    + question.type()
                    + ':'
                    + question.id()
                    + (question.bearer() == null ? "" : say("，单位 ", ", unit ") + question.bearer())
                    + (question.period() == null ? "" : say("，期间 ", ", period ") + question.period())
                    + (question.obligation() == null ? "" : say("，义务 ", ", obligation ") + question.obligation());
        }

        private void turn(int depth, Turn turn) {
            Text otherwise = turn.otherwise();
            String then = otherwise == null ? say("不再给出", "not given any more") : say(otherwise);
            line(depth, told(turn.change()) + say("：", ": ") + then);
        }

        private void change(int depth, Change change) {
            line(depth, told(change));
        }

        private String told(Change change) {
            String from =
                    change.from() == null ? say("未填写", "absent") : change.from().toString();
            String to =
                    change.to() == null ? say("不填写", "left out") : change.to().toString();
            return change.pointer() + say("：", ": ") + from + " → " + to;
        }

        private void rule(int depth, RuleShown rule) {
            line(
                    depth,
                    "条款 " + rule.clause() + " " + say(rule.title()) + "：" + say(rule.summary()),
                    "Clause " + rule.clause() + " " + say(rule.title()) + ": " + say(rule.summary()));
            line(
                    depth,
                    "规则 " + rule.name() + "（" + place(rule) + "）",
                    "Rule " + rule.name() + " (" + place(rule) + ")");
        }

        private static String place(RuleShown rule) {
            return rule.file() + ':' + rule.line();
        }

        private void by(int depth, RuleShown rule) {
            line(
                    depth,
                    "↳ " + rule.clause() + " " + say(rule.saying()) + "（" + place(rule) + "）",
                    "↳ " + rule.clause() + " " + say(rule.saying()) + " (" + place(rule) + ")");
        }

        private void because(int depth, Because because) {
            by(depth, because.rule());
            if (!told.add(because)) {
                line(depth + 1, "（见上）", "(see above)");
                return;
            }
            because.conditions().forEach(condition -> condition(depth + 1, condition));
            because.parameters().forEach(parameter -> parameter(depth + 1, parameter));
            because.counts().forEach(count -> count(depth + 1, count));
            because.lookUps().forEach(lookUp -> lookUp(depth + 1, lookUp));
        }

        private void condition(int depth, ConditionShown condition) {
            if (condition.kind() == ConditionShown.Kind.NONE) {
                line(depth, "没有：" + condition.text(), "none: " + condition.text());
                condition.whyNone().forEach(attempt -> attempt(depth + 1, attempt));
            } else if (condition.kind() == ConditionShown.Kind.TEST) {
                line(depth, "成立：" + condition.text(), "true: " + condition.text());
            }
            condition.facts().forEach(fact -> fact(depth, fact));
            more(depth, condition.more());
        }

        private void more(int depth, int more) {
            if (more > 0) {
                line(depth, "……还有 " + more + " 项", "… and " + more + " more");
            }
        }

        private void fact(int depth, FactShown fact) {
            String fields = fact.fields().stream().map(this::field).collect(Collectors.joining(say("，", ", ")));
            String id = fact.id() == null ? "" : " " + fact.id();
            String pointer = fact.pointer() == null ? "" : " [" + fact.pointer() + "]";
            line(depth, "• " + say(fact.called()) + id + pointer + (fields.isEmpty() ? "" : say("：", ": ") + fields));
            if (fact.because() != null) {
                because(depth + 1, fact.because());
            }
        }

        private String field(FieldShown field) {
            String value = field.value() == null ? say("未填写", "absent") : shown(field.value());
            String later = field.origins().stream()
                    .filter(Origin::notYet)
                    .map(origin ->
                            say("（提交的 ", " (sent as ") + origin.sent() + say(" 晚于决定日）", ", after the day decided for)"))
                    .collect(Collectors.joining());
            return field.name() + " = " + value + later;
        }

        private String shown(Object value) {
            if (value instanceof Boolean truth) {
                return truth ? say("是", "true") : say("否", "false");
            }
            if (value instanceof List<?> list && list.isEmpty()) {
                return say("无", "none");
            }
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("/"))
                    : value.toString();
        }

        private void parameter(int depth, ParameterShown parameter) {
            String source = parameter.clause() == null
                    ? say("方案未规定", "not stated by the scheme")
                    : say("条款 ", "clause ") + parameter.clause();
            line(
                    depth,
                    "参数 " + say(parameter.name()) + "（" + parameter.key() + "）= " + parameter.value() + "，自 "
                            + parameter.since() + " 起，" + source,
                    "parameter " + parameter.key() + " (" + say(parameter.name()) + ") = " + parameter.value()
                            + ", since " + parameter.since() + ", " + source);
        }

        private void count(int depth, CountShown count) {
            String to = count.to() == null
                    ? say("未到（期限暂停）", "not reached (suspended)")
                    : count.to().toString();
            String days = switch (count.way()) {
                case AFTER ->
                    say(
                            count.from() + " 之后第 " + count.days() + " 个工作日：" + to,
                            "working day " + count.days() + " after " + count.from() + ": " + to);
                case BEFORE ->
                    say(
                            count.from() + " 之前第 " + count.days() + " 个工作日：" + to,
                            "working day " + count.days() + " before " + count.from() + ": " + to);
                case BETWEEN ->
                    say(
                            count.from() + " 之后至 " + to + " 共 " + count.days() + " 个工作日",
                            count.days() + " working days after " + count.from() + " up to " + to);
                case ROLL_NEXT, ROLL_PREVIOUS ->
                    say(
                            count.from() + (count.skipped().isEmpty() ? " 是工作日，不变" : " 不是工作日，改为 " + to),
                            count.from()
                                    + (count.skipped().isEmpty()
                                            ? " is a working day and stays"
                                            : " is none; moved to " + to));
            };
            String skipped = count.skipped().stream().map(this::skipped).collect(Collectors.joining(say("、", ", ")));
            String worked =
                    count.worked().stream().map(LocalDate::toString).collect(Collectors.joining(say("、", ", ")));
            line(
                    depth,
                    days
                            + (skipped.isEmpty() ? "" : say("；不算 ", "; not counted: ") + skipped)
                            + (worked.isEmpty() ? "" : say("；调休上班 ", "; worked weekend days: ") + worked));
        }

        private String skipped(CountShown.Skipped skipped) {
            String why = switch (skipped.reason()) {
                case WEEKEND -> say("周末", "weekend");
                case SUSPENDED -> say("暂停", "suspended");
                case HOLIDAY -> Words.holiday(String.valueOf(skipped.holiday()), language);
            };
            return skipped.day() + say("（", " (") + why + say("）", ")");
        }

        private void lookUp(int depth, LookUpShown lookUp) {
            Object result = lookUp.result();
            String by = lookUp.by().isEmpty()
                    ? ""
                    : say("（", " (")
                            + lookUp.by().stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + say("）", ")");
            line(
                    depth,
                    say("查 ", "look-up: ")
                            + say(lookUp.called())
                            + by
                            + say("：", ": ")
                            + (result == null ? say("没有", "none") : result.toString()));
            lookUp.found().forEach(fact -> fact(depth + 1, fact));
            more(depth + 1, lookUp.more());
        }

        private void attempt(int depth, Attempt attempt) {
            line(
                    depth,
                    "✗ " + attempt.rule().clause() + " " + say(attempt.rule().saying()) + "（" + place(attempt.rule())
                            + "）",
                    "✗ " + attempt.rule().clause() + " " + say(attempt.rule().saying()) + " (" + place(attempt.rule())
                            + ")");
            attempt.failing().forEach(failing -> failing(depth + 1, failing));
        }

        private void failing(int depth, Failing failing) {
            if (failing.kind() == Failing.Kind.NOT_DERIVED && !failing.causes().isEmpty()) {
                line(depth, "缺少：" + failing.condition(), "missing: " + failing.condition());
                failing.causes().forEach(cause -> attempt(depth + 1, cause));
                return;
            }
            line(depth, say(failing.says()));
            for (FactShown fact : failing.facts()) {
                derived(depth + 1, fact.because());
            }
            failing.notYet().forEach(fact -> fact(depth + 1, fact));
            failing.parameters().forEach(parameter -> parameter(depth + 1, parameter));
        }

        private void derived(int depth, @Nullable Because because) {
            if (because != null) {
                because(depth, because);
            }
        }
    }
}
