package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.facts.FactErrorCode;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes back: decisions in the words of a ruleset, and problems. */
final class DecisionSchemas {
    private static final Set<String> NONE = Set.of();

    private final RulesetData data;
    private final Catalogue catalogue;

    DecisionSchemas(RulesetData data) {
        this.data = data;
        this.catalogue = data.catalogue();
    }

    /** All schemas by name. */
    Map<String, Schema<?>> all() {
        Map<String, Schema<?>> all = new LinkedHashMap<>();
        all.put("Decision", decision());
        all.put("Determination", determination());
        all.put("Obligation", obligation());
        all.put("Alert", alert());
        all.put("Subject", subject());
        all.put("Clause", clause());
        all.put("Problem", problem());
        all.put("FactError", factError());
        all.put("LineProblem", lineProblem());
        return all;
    }

    private Schema<?> decision() {
        Map<String, Schema<?>> ruleset = new LinkedHashMap<>();
        ruleset.put("id", say(Schemas.string(), "规则集名称", "what the ruleset is called"));
        ruleset.put(
                "version",
                say(Schemas.string(), "规则集内容的哈希值", "hash of everything in the ruleset that can change an answer"));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "decisionId",
                say(Schemas.string().format("uuid"), "本次决定的编号，每次不同", "id of this decision; another one each time"));
        members.put("asOf", say(Schemas.day(), "按哪一天的情况决定", "the day decided for"));
        members.put("ruleset", say(Schemas.object(ruleset, NONE), "据以决定的规则集", "the ruleset decided by"));
        String order = "，按 code、subject.type、subject.id、id 排序";
        String orderEn = ", ordered by code, subject.type, subject.id, id";
        members.put("determinations", say(listOf("Determination"), "认定" + order, "determinations" + orderEn));
        members.put("obligations", say(listOf("Obligation"), "义务" + order, "obligations" + orderEn));
        members.put("alerts", say(listOf("Alert"), "提醒" + order, "alerts" + orderEn));
        return say(Schemas.object(members, NONE), "决定", "a decision");
    }

    private Schema<?> determination() {
        Map<String, Text> codes = new LinkedHashMap<>();
        Map<String, Text> grounds = new LinkedHashMap<>();
        catalogue.determinations().forEach((code, determination) -> {
            codes.put(code, determination.name());
            grounds.putAll(determination.grounds());
        });
        Schema<?> value = new JsonSchema();
        value.setTypes(new LinkedHashSet<>(List.of("string", "boolean", "null")));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("code", Schemas.words(new Text("认定的代码", "what was determined"), codes));
        members.put("subject", Schemas.component("Subject"));
        members.put(
                "value",
                say(
                        value,
                        "认定结果：是否，或单位代号；没有时为 null",
                        "the result: whether it is so, or the id of a unit; null for none"));
        members.put(
                "grounds",
                say(
                        Schemas.list(Schemas.words(new Text("依据", "why"), grounds)),
                        "依据，按政策给出的顺序",
                        "why, in the order the policy gives"));
        members.put("clause", Schemas.component("Clause"));
        members.put("rule", rule());
        return say(Schemas.object(members, NONE), "对某一对象的认定", "something found about a subject");
    }

    private Schema<?> obligation() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "id",
                say(
                        Schemas.string(),
                        "CODE:bearer:subject.type:subject.id，有 period 时再加 :period",
                        "CODE:bearer:subject.type:subject.id, with :period behind it where it has one"));
        members.put("code", Schemas.words(new Text("义务的代码", "which obligation"), catalogue.obligations()));
        members.put("clause", Schemas.component("Clause"));
        members.put("rule", rule());
        members.put("bearer", say(Schemas.component("Unit"), "责任单位", "the unit that owes it"));
        members.put(
                "assignee",
                say(
                        Schemas.orNull(Schemas.string()),
                        "承办人，规则指定时才有",
                        "the person who is to do it, where a rule names one"));
        members.put("subject", Schemas.component("Subject"));
        members.put(
                "period",
                say(
                        Schemas.orNull(Schemas.string().pattern("^\\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$")),
                        "所属月份、季度或年份；一次性的为 null",
                        "month, quarter or year it is owed for; null when it is owed once"));
        members.put(
                "due",
                say(
                        Schemas.orNull(Schemas.day()),
                        "期限（含当日）；没有时为 null",
                        "last day to fulfil it in time; null for none"));
        Map<String, Text> statuses = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            statuses.put(status.name(), name(catalogue.statuses(), status));
        }
        members.put("status", Schemas.words(new Text("状态", "how it stands on the day decided for"), statuses));
        members.put("fulfilledOn", say(Schemas.orNull(Schemas.day()), "完成日期", "day it was fulfilled"));
        members.put("daysLate", say(Schemas.integer(0), "逾期的日历天数", "calendar days late, 0 when it is not late"));
        members.put(
                "attendees",
                say(
                        Schemas.orNull(Schemas.list(Schemas.component("Unit"))),
                        "参会单位；与会议无关时为 null",
                        "units to meet; null unless it is about a meeting"));
        members.put(
                "provisional",
                say(
                        Schemas.ofType("boolean"),
                        "期限是否为暂定：当年放假安排尚未公布",
                        "whether the due day was reckoned in a year whose public holidays are not known"));
        members.put("message", message());
        return say(Schemas.object(members, NONE), "谁应在何时前做什么，做得如何", "what a unit owes, and how it stands");
    }

    private Schema<?> alert() {
        Map<String, Text> severities = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            severities.put(severity.name(), name(catalogue.severities(), severity));
        }
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "id",
                say(
                        Schemas.string(),
                        "CODE: 加义务的 id；不因义务而起的为 CODE:subject.type:subject.id，有时再加 :unit",
                        "CODE: and the obligation's id; for an alert of no obligation CODE:subject.type:subject.id,"
                                + " sometimes with :unit behind it"));
        members.put("code", Schemas.words(new Text("提醒的代码", "which alert"), catalogue.alerts()));
        members.put("severity", Schemas.words(new Text("程度", "how much it presses"), severities));
        members.put("addressees", say(Schemas.list(Schemas.component("Unit")), "提醒哪些单位", "units to tell, sorted"));
        members.put("subject", Schemas.component("Subject"));
        members.put(
                "obligation",
                say(Schemas.orNull(Schemas.string()), "有关义务的 id", "id of the obligation it is about, null for none"));
        members.put("clause", Schemas.component("Clause"));
        members.put("message", message());
        return say(Schemas.object(members, NONE), "应当提醒有关单位的事", "something that somebody should be told");
    }

    private Schema<?> subject() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("type", Schemas.words(new Text("对象的类型", "type of the subject"), catalogue.subjectTypes()));
        members.put("id", say(Schemas.string(), "对象的编号", "id of the subject"));
        return say(Schemas.object(members, NONE), "答复所说的对象", "what an answer is about");
    }

    private Schema<?> clause() {
        Map<String, Text> titles = new LinkedHashMap<>();
        for (Clause clause : data.clauses().all().values()) {
            titles.put(clause.number(), clause.title());
        }
        return Schemas.words(new Text("所依据的条款", "the clause it rests on"), titles);
    }

    private static Schema<?> problem() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("type", say(Schemas.string().format("uri"), "问题的种类，供程序判断", "kind of problem, for programs"));
        members.put("title", say(Schemas.string(), "问题的种类，供人阅读", "kind of problem, for people"));
        members.put("status", say(Schemas.integer(400).maximum(BigDecimal.valueOf(599)), "HTTP 状态码", "HTTP status"));
        members.put("detail", say(Schemas.string(), "错在哪里，怎么改正", "what is wrong this time, and what to do"));
        members.put(
                "instance", say(Schemas.string().format("uri-reference"), "请求的路径", "path of the request it is about"));
        members.put(
                "errors", say(listOf("FactError"), "事实中的全部错误，只在 422 时有", "all that is wrong with the facts; 422 only"));
        return say(Schemas.object(members, Set.of("instance", "errors")), "RFC 9457 问题说明", "a problem as of RFC 9457");
    }

    private static Schema<?> factError() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "pointer",
                say(Schemas.string().format("json-pointer"), "错在哪里（RFC 6901）", "where it is wrong (RFC 6901)"));
        members.put(
                "code",
                say(
                        Schemas.words(Arrays.stream(FactErrorCode.values())
                                .map(FactErrorCode::name)
                                .toList()),
                        "错误的种类",
                        "what is wrong"));
        members.put("message", say(Schemas.string(), "怎么改正", "what is wrong and what to do, for people"));
        return say(Schemas.object(members, NONE), "事实中的一处错误", "something wrong with the facts");
    }

    private static Schema<?> lineProblem() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "line", say(Schemas.integer(1).format("int64"), "第几行，空行也计入", "number of the line; blank ones count"));
        members.put("problem", Schemas.component("Problem"));
        return say(
                Schemas.object(members, NONE),
                "NDJSON 中代替决定的一行",
                "stands in a stream for the decision on a line that has none");
    }

    private static Schema<?> rule() {
        return say(Schemas.string(), "得出结果的规则名称", "name of the rule that found it");
    }

    private static Schema<?> message() {
        return say(
                Schemas.string(),
                "说给人听的一句话，语言随 Accept-Language",
                "a sentence to act on, in the language of Accept-Language");
    }

    private static Schema<?> listOf(String component) {
        return Schemas.list(Schemas.component(component));
    }

    private static <K extends Enum<K>> Text name(Map<K, Text> names, K key) {
        return names.getOrDefault(key, new Text(key.name(), key.name()));
    }

    private static Schema<?> say(Schema<?> schema, String zh, String en) {
        return schema.description(Schemas.both(new Text(zh, en)));
    }
}
