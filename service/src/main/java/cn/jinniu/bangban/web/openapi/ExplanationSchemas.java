package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What explanations are made of. */
final class ExplanationSchemas {
    private static final Set<String> NONE = Set.of();

    private ExplanationSchemas() {}

    /** Schemas of the answer, by name. */
    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> all = new LinkedHashMap<>();
        all.put("Explanation", explanation());
        all.put("AnswerGiven", given());
        all.put("AnswerNotGiven", notGiven());
        all.put("RuleTried", tried());
        all.put("FailingCondition", failing());
        all.put("Turn", turn());
        all.put("Because", because());
        all.put("ConditionMet", condition());
        all.put("FactRead", fact());
        all.put("FieldRead", field());
        all.put("ParameterRead", parameter());
        all.put("WorkingDayCount", count());
        all.put("LookUp", lookUp());
        all.put("RuleCited", rule());
        all.put("ClauseCited", clause());
        return all;
    }

    private static Schema<?> explanation() {
        Map<String, Schema<?>> ruleset = new LinkedHashMap<>();
        ruleset.put("id", Schemas.string());
        ruleset.put("version", Schemas.string());
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("asOf", Schemas.day());
        members.put("ruleset", Schemas.object(ruleset, NONE));
        members.put("given", listOf("AnswerGiven", "已作出的答复及其原因", "the answers given, each with why"));
        members.put("notGiven", listOf("AnswerNotGiven", "没有作出的答复及其原因", "the answers not given, each with why not"));
        return object(members, "解释", "an explanation");
    }

    private static Schema<?> given() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("kind", Schemas.words(List.of("determination", "obligation", "alert")));
        Schema<?> answer = new JsonSchema()
                .anyOf(List.of(
                        Schemas.component("Determination"),
                        Schemas.component("Obligation"),
                        Schemas.component("Alert")));
        members.put("answer", answer);
        members.put("says", said("答复的一句话", "the answer in a sentence"));
        members.put("rule", Schemas.component("RuleCited"));
        members.put("clause", Schemas.component("ClauseCited"));
        members.put("because", Schemas.component("Because"));
        members.put(
                "hangsOn",
                listOf(
                        "Turn",
                        "重新决定后证实：单独改动其中任一项，这项答复就会不同；一次解释多项答复或请求很大时为空",
                        "fields that by themselves turn the answer: found by deciding again; empty where many answers are"
                                + " explained at once, or a large request"));
        return object(members, "一项答复和它的由来", "an answer, and how it came about");
    }

    private static Schema<?> notGiven() {
        Map<String, Schema<?>> subject = new LinkedHashMap<>();
        subject.put("type", Schemas.string());
        subject.put("id", Schemas.string());
        Map<String, Schema<?>> change = new LinkedHashMap<>();
        change.put("pointer", said("改哪里（RFC 6901；末尾的 - 表示新增一项）", "what to change (RFC 6901; - at the end adds one)"));
        change.put("from", anything("现在的值", "its value now"));
        change.put("to", anything("改成的值；null 表示不填", "its value to try; null leaves it out"));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("kind", Schemas.words(List.of("determination", "obligation", "alert")));
        members.put("code", Schemas.string());
        members.put("subject", Schemas.object(subject, NONE));
        members.put("bearer", Schemas.orNull(Schemas.string()));
        members.put("period", Schemas.orNull(Schemas.string()));
        members.put("obligation", Schemas.orNull(Schemas.string()));
        members.put("says", said("最接近的原因，一句话", "the nearest reason, in a sentence"));
        members.put(
                "instead",
                Schemas.list(Schemas.string())
                        .description(both("就同一对象给出的同一代码的答复", "answers of the code about the subject that were given")));
        members.put(
                "rules",
                listOf("RuleTried", "本可给出它的每条规则，最接近的在前", "each rule that could have given it, the nearest first"));
        members.put(
                "changes",
                Schemas.list(Schemas.object(change, NONE))
                        .description(both(
                                "重新决定后证实：请求这样一起改动后会作出这项答复；找不到则为空",
                                "changes of the request with which, all together, it is given: found by deciding again;"
                                        + " empty when none were found")));
        return object(members, "没有作出的答复", "an answer that was not given");
    }

    private static Schema<?> turn() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("pointer", Schemas.string());
        members.put("from", anything("现在的值；未填写为 null", "the value sent; null when absent"));
        members.put("to", anything("改成的值；null 为不填写", "another value; null to leave it out"));
        members.put(
                "given",
                Schemas.ofType("boolean").description(both("改动后是否仍有这项答复", "whether the answer is still given then")));
        members.put("says", Schemas.orNull(said("改动后的答复", "the answer given then")));
        return object(members, "单独改动就会改变答复的字段", "a field that by itself turns the answer");
    }

    private static Schema<?> tried() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("rule", Schemas.component("RuleCited"));
        members.put("clause", Schemas.component("ClauseCited"));
        members.put("says", said("最先不成立的条件及其后果", "the first failing condition, and what follows"));
        members.put(
                "failing", listOf("FailingCondition", "不成立的条件，按规则中的次序", "the failing conditions, in the rule's order"));
        return object(members, "没有适用的规则", "a rule that did not apply");
    }

    private static Schema<?> failing() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put(
                "kind",
                Schemas.words(
                        new Text("怎样不成立", "how it fails"),
                        Map.of(
                                "UNMET", new Text("事实不符合", "a fact is not as needed"),
                                "ABSENT", new Text("请求中没有这样的事实", "there is no such fact in the request"),
                                "NOT_DERIVED", new Text("没有规则得出这样的事实", "no rule derived such a fact"),
                                "PRESENT", new Text("不该有的事实却有", "there is a fact that should not be there"),
                                "TOO_FEW", new Text("汇总的结果不符合", "what is gathered does not come to enough"))));
        members.put("condition", said("规则中的条件", "the condition as the rule has it"));
        members.put("constraint", Schemas.orNull(said("其中不成立的部分", "the part of it that fails")));
        members.put("says", Schemas.string());
        members.put("met", listOf("FieldRead", "读到的字段和值", "the fields it read, with the values it met"));
        members.put("needed", said("需要怎样", "what would be needed"));
        members.put(
                "wanted",
                Schemas.list(anything("这样的值", "such a value"))
                        .description(both("能说出时：改成其中任一值即可", "values any of which would do, where such can be named")));
        members.put("facts", listOf("FactRead", "有关的事实", "the facts concerned"));
        members.put("notYet", listOf("FactRead", "日期在决定日之后的事实", "facts dated after the day decided for"));
        members.put("parameters", listOf("ParameterRead", "读到的参数", "the parameters it read"));
        members.put("causes", listOf("RuleTried", "本可得出所缺事实的规则", "the rules that could have derived what is missing"));
        return object(members, "不成立的条件", "a condition that failed");
    }

    private static Schema<?> because() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("rule", Schemas.component("RuleCited"));
        members.put("clause", Schemas.component("ClauseCited"));
        members.put("conditions", listOf("ConditionMet", "成立的条件", "the conditions met"));
        members.put("parameters", listOf("ParameterRead", "读到的参数", "the parameters read"));
        members.put("workingDays", listOf("WorkingDayCount", "工作日的计算", "the counts of working days"));
        members.put("lookUps", listOf("LookUp", "查到的登记事项", "the look-ups among the facts sent"));
        return object(members, "一条规则因何得出结论", "how a rule came to what it gave");
    }

    private static Schema<?> condition() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("kind", Schemas.words(List.of("FACT", "NONE", "GATHERED", "TEST")));
        members.put("text", said("规则中的条件", "the condition as the rule has it"));
        members.put("facts", listOf("FactRead", "使条件成立的事实", "the facts that met it"));
        members.put("more", Schemas.integer(0).description(both("未列出的还有多少", "how many more are not listed")));
        members.put("whyNone", listOf("RuleTried", "要求没有时：为什么没有", "where there must be none: why there is none"));
        return object(members, "成立的条件", "a condition that was met");
    }

    private static Schema<?> fact() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("type", said("规则中的类型", "its type in the rules"));
        members.put("called", said("类型的叫法", "what the type is called"));
        members.put("id", Schemas.orNull(Schemas.string()));
        members.put(
                "kind",
                Schemas.words(
                        new Text("从哪里来", "where it comes from"),
                        Map.of(
                                "SENT", new Text("请求中的", "the request has it"),
                                "CALENDAR", new Text("由决定日而来", "it follows from the day decided for"),
                                "DERIVED", new Text("规则得出的", "a rule gave it"),
                                "SUPPOSED", new Text("假设的", "supposed"))));
        members.put("pointer", Schemas.orNull(said("在请求中的位置（RFC 6901）", "where it stands in the request (RFC 6901)")));
        members.put("fields", listOf("FieldRead", "读到的字段和值", "the fields read, with their values"));
        Schema<?> because = Schemas.orNull(Schemas.component("Because"));
        members.put("because", because);
        return object(members, "有关的事实", "a fact that mattered");
    }

    private static Schema<?> field() {
        Map<String, Schema<?>> origin = new LinkedHashMap<>();
        origin.put("pointer", said("在请求中的位置（RFC 6901）", "where it stands in the request (RFC 6901)"));
        origin.put("sent", anything("提交的值", "its value as sent"));
        origin.put(
                "notYet", Schemas.ofType("boolean").description(both("日期在决定日之后", "dated after the day decided for")));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("name", Schemas.string());
        members.put("value", anything("决定日的值", "its value on the day decided for"));
        members.put(
                "origins",
                Schemas.list(Schemas.object(origin, NONE))
                        .description(both("取自请求的哪些字段", "the fields of the request it comes from")));
        return object(members, "读到的字段", "a field that was read");
    }

    private static Schema<?> parameter() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("key", Schemas.string());
        members.put("name", Schemas.string());
        members.put("value", Schemas.string());
        members.put("since", Schemas.day().description(both("自何日起执行", "the day it holds from")));
        members.put(
                "clause",
                Schemas.orNull(said("规定它的条款；方案没有规定的为 null", "the clause that states it; null where none does")));
        members.put("note", Schemas.orNull(Schemas.string()));
        return object(members, "读到的参数", "a parameter that was read");
    }

    private static Schema<?> count() {
        Map<String, Schema<?>> skipped = new LinkedHashMap<>();
        skipped.put("day", Schemas.day());
        skipped.put("reason", Schemas.words(List.of("WEEKEND", "HOLIDAY", "SUSPENDED")));
        skipped.put("holiday", Schemas.orNull(Schemas.string()));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("way", Schemas.words(List.of("AFTER", "BEFORE", "BETWEEN", "ROLL_NEXT", "ROLL_PREVIOUS")));
        members.put("from", Schemas.day().description(both("从哪天数起（不含）", "the day it begins with, not counted")));
        members.put("days", Schemas.integer(0).description(both("数了几个工作日", "how many working days were counted")));
        members.put("to", Schemas.orNull(Schemas.day()));
        members.put(
                "skipped",
                Schemas.list(Schemas.object(skipped, NONE))
                        .description(both("途中不算的日子", "the days passed that did not count")));
        members.put(
                "worked",
                Schemas.list(Schemas.day()).description(both("途中调休上班的周末", "weekend days passed that were worked")));
        members.put("provisional", Schemas.ofType("boolean"));
        return object(members, "工作日的计算", "a count of working days");
    }

    private static Schema<?> lookUp() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("asked", Schemas.string());
        members.put("called", Schemas.string());
        members.put("by", Schemas.list(anything("按什么查", "what it was looked up by")));
        members.put("found", listOf("FactRead", "查到的，给出结果的在前", "what was found, first what gave the result"));
        members.put("more", Schemas.integer(0));
        members.put("result", anything("结果", "what came of it"));
        return object(members, "登记事项的查询", "a look-up among the facts sent");
    }

    private static Schema<?> rule() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("name", Schemas.string());
        members.put("file", said("规则目录下的文件", "its file below the rules folder"));
        members.put("line", Schemas.integer(1));
        return object(members, "规则", "a rule");
    }

    private static Schema<?> clause() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("number", Schemas.string());
        members.put("title", Schemas.string());
        members.put("summary", Schemas.string());
        return object(members, "条款", "a clause");
    }

    private static Schema<?> object(Map<String, Schema<?>> members, String zh, String en) {
        return Schemas.object(members, NONE).description(both(zh, en));
    }

    private static Schema<?> listOf(String component, String zh, String en) {
        return Schemas.list(Schemas.component(component)).description(both(zh, en));
    }

    private static Schema<?> said(String zh, String en) {
        return Schemas.string().description(both(zh, en));
    }

    /** A value of any type that JSON has. */
    private static Schema<?> anything(String zh, String en) {
        return new JsonSchema().description(both(zh, en));
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
