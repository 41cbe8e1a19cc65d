package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is shown of the decision log. */
final class LogSchemas {
    private static final Set<String> NONE = Set.of();

    private LogSchemas() {}

    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> all = new LinkedHashMap<>();
        Map<String, Schema<?>> page = new LinkedHashMap<>();
        page.put("decisions", Schemas.list(Schemas.component("DecisionSummary")));
        page.put(
                "next",
                Schemas.orNull(Schemas.string())
                        .description(both("下一页的 cursor；没有下一页为 null", "cursor of the next page; null for none")));
        all.put("DecisionPage", Schemas.object(page, NONE).description(both("一页决定", "a page of decisions")));
        Map<String, Schema<?>> summary = begin();
        summary.put("asOf", Schemas.orNull(Schemas.day()).description(both("决定日", "the day decided for")));
        summary.put("determinations", Schemas.integer(0));
        summary.put("obligations", Schemas.integer(0));
        summary.put("overdue", Schemas.integer(0).description(both("其中逾期的", "those that are overdue")));
        summary.put("alerts", Schemas.integer(0));
        all.put("DecisionSummary", Schemas.object(summary, NONE).description(both("一份决定的概要", "a decision in short")));
        Map<String, Schema<?>> record = begin();
        Map<String, Schema<?>> entry = new LinkedHashMap<>();
        entry.put("chain", Schemas.string());
        entry.put("number", Schemas.ofType("integer").format("int64"));
        entry.put("hash", Schemas.string());
        record.put("entry", Schemas.object(entry, NONE).description(both("在日志中的位置", "where it stands on the log")));
        record.put(
                "bodies",
                Schemas.words(List.of("WHOLE", "ENCRYPTED", "DAMAGED"))
                        .description(
                                both(
                                        "内容完整；加密部分缺密钥，以 *** 代替；已被改动，不能显示",
                                        "whole; *** stands for what is encrypted and has no key at hand; changed, and not shown")));
        // What was received is shown as it is, and may be masked: no more is promised of it than that it is JSON.
        record.put("request", anything().description(both("收到的请求，原样", "the request as it was received")));
        record.put("decision", anything().description(both("给出的答复，原样", "the decision as it was answered")));
        all.put(
                "DecisionRecord",
                Schemas.object(record, NONE).description(both("一份决定的记录", "the record of a decision")));
        return all;
    }

    private static Map<String, Schema<?>> begin() {
        Map<String, Schema<?>> begin = new LinkedHashMap<>();
        begin.put("id", Schemas.string().format("uuid"));
        begin.put(
                "time",
                Schemas.string().format("date-time").description(both("写入日志的时间", "when it was put on the log")));
        Map<String, Schema<?>> caller = new LinkedHashMap<>();
        caller.put("name", Schemas.string());
        caller.put(
                "knownBy",
                Schemas.words(Arrays.stream(KnownBy.values()).map(Enum::name).toList()));
        begin.put(
                "caller",
                Schemas.object(caller, NONE).description(both("请求方，及据何得知", "who asked, and how that is known")));
        begin.put("ruleset", Schemas.string().description(both("规则版本", "the ruleset's version")));
        begin.put("language", Schemas.string());
        begin.put("durationMillis", Schemas.ofType("number").description(both("作出决定用时，毫秒", "how long deciding took")));
        return begin;
    }

    private static Schema<?> anything() {
        JsonSchema schema = new JsonSchema();
        schema.addType("object");
        schema.addType("null");
        return schema;
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
