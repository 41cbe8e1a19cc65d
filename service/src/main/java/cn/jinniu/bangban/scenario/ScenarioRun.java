package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.scenario.Expected.ExpectedError;
import cn.jinniu.bangban.scenario.Expected.Refusal;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays scenarios at a desk. Safe for many threads. */
public final class ScenarioRun {
    private static final JsonMapper JSON = new JsonMapper();

    /** The day of a request that names none: a scenario comes out alike whenever it is replayed. */
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    private final DecisionDesk desk;

    public ScenarioRun(DecisionDesk desk) {
        this.desk = desk;
    }

    /** Has a scenario's request answered and compares the answer with what the scenario expects. */
    public ScenarioOutcome run(Scenario scenario) {
        Set<RuleInfo> fired = new LinkedHashSet<>();
        Answer answer = desk.answer(scenario.request(), DAY, fired::add);
        return new ScenarioOutcome(
                scenario,
                List.copyOf(compare(scenario.expected(), answer)),
                answer instanceof Answer.Decided decided ? decided.decision() : null,
                answer instanceof Answer.Failed failed ? failed.cause() : null,
                Collections.unmodifiableSet(fired));
    }

    private List<Difference> compare(Expected expected, Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            String rule = failed.cause().getMessage();
            return List.of(new Difference(0, new Text("规则执行失败：" + rule, "a rule failed: " + rule)));
        }
        if (expected instanceof Refusal refusal) {
            return refused(refusal, answer);
        }
        if (!(answer instanceof Answer.Decided decided)) {
            return notDecided(answer);
        }
        JsonNode decision = json(decided.decision());
        return expected instanceof Expected.Whole whole
                ? WholeComparison.compare(whole, decision)
                : AnswersComparison.compare((Expected.Answers) expected, decision);
    }

    private JsonNode json(Decision decision) {
        return JSON.readTree(desk.bytes(decision, "", Language.ZH));
    }

    /** A decision was expected, and the request is why there is none. */
    private static List<Difference> notDecided(Answer answer) {
        if (answer instanceof Answer.NotJson notJson) {
            return List.of(new Difference(
                    0,
                    new Text(
                            "请求不是 JSON：" + notJson.detail().zh(),
                            "the request is not JSON: " + notJson.detail().en())));
        }
        return ((Answer.Refused) answer)
                .errors().stream().map(ScenarioRun::unexpected).toList();
    }

    private static Difference unexpected(FactError error) {
        String at = error.pointer() + " " + error.code() + " ";
        return new Difference(
                0,
                new Text(
                        "请求被退回：" + at + error.message().zh(),
                        "the request was refused: " + at + error.message().en()));
    }

    private static List<Difference> refused(Refusal expected, Answer answer) {
        int status = answer instanceof Answer.Decided ? 200 : answer instanceof Answer.NotJson ? 400 : 422;
        if (status != expected.status()) {
            List<Difference> all = new ArrayList<>();
            all.add(new Difference(
                    expected.line(),
                    new Text("请求结果与预期不同", "the request came out otherwise"),
                    List.of(new Difference.FieldDifference(
                            "status", Integer.toString(expected.status()), Integer.toString(status)))));
            if (status != 200) {
                all.addAll(notDecided(answer));
            }
            return all;
        }
        if (!(answer instanceof Answer.Refused refused)) {
            return List.of();
        }
        List<Difference> all = new ArrayList<>();
        Set<ExpectedError> missing = new LinkedHashSet<>(expected.errors());
        for (FactError error : refused.errors()) {
            if (!missing.remove(new ExpectedError(error.pointer(), error.code().name()))) {
                all.add(new Difference(
                        expected.line(),
                        new Text(
                                "多出的错误 " + error.pointer() + " " + error.code() + "："
                                        + error.message().zh(),
                                "unexpected error " + error.pointer() + " " + error.code() + ": "
                                        + error.message().en())));
            }
        }
        for (ExpectedError error : missing) {
            String at = error.pointer() + " " + error.code();
            all.add(new Difference(expected.line(), new Text("没有这项错误：" + at, "no such error: " + at)));
        }
        return all;
    }
}
