package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The operations that read the decision log and the archive of rulesets. */
final class LogOperations {
    private static final String JSON = "application/json";
    private static final String RULESETS = "/v1/rulesets";

    private LogOperations() {}

    /** Describes the operations; of decisions, the one that is beside deciding is added to its path. */
    static void complete(OpenAPI api, PathItem decisions) {
        decisions.get(find());
        api.getPaths()
                .addPathItem("/v1/decisions/{id}", new PathItem().get(record()))
                .addPathItem("/v1/decisions/export", new PathItem().get(export()))
                .addPathItem(RULESETS + "/{version}", new PathItem().get(files()))
                .addPathItem(RULESETS + "/{old}/diff/{young}", new PathItem().get(diff()));
        PathItem rulesets = api.getPaths().get(RULESETS);
        if (rulesets != null) {
            list(rulesets.getGet());
        }
    }

    private static Operation find() {
        Operation get = operation(
                        "findDecisions",
                        "log",
                        new Text("查找作过的决定，最新的在前", "Find decisions that were served, the newest first"))
                .description(both(
                        "条件可以任意组合。code、clause、bearer、status 须由同一项答复同时满足。下一页：把 next 作为 cursor 原样送回，其他条件不变；"
                                + "查找开始以后的新决定不会插进来。",
                        "Conditions can be combined as one likes. code, clause, bearer and status must be met by one and the same"
                                + " answer. For the next page, send next back as cursor, with the same conditions; decisions made"
                                + " after the search began do not get in between."));
        filters().forEach(get::addParametersItem);
        Schema<?> limit = Schemas.integer(1).maximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        get.addParametersItem(query("limit", limit, "最多给几份", "how many at most"));
        get.addParametersItem(query("cursor", Schemas.string(), "上一页的 next", "next of the page before"));
        ApiResponses responses = new ApiResponses()
                .addApiResponse("200", success("一页决定", "a page of decisions", JSON, Schemas.component("DecisionPage")));
        problems(responses, "没有决定日志", "no decision log is kept");
        return get.responses(responses);
    }

    private static Operation record() {
        ApiResponses responses = new ApiResponses()
                .addApiResponse("200", success("记录", "the record", JSON, Schemas.component("DecisionRecord")));
        problems(responses, "没有这份决定，或没有决定日志", "no such decision, or no decision log is kept");
        return operation(
                        "decisionRecord",
                        "log",
                        new Text(
                                "一份决定的记录：谁、何时、收到什么、答复什么、依据哪一版规则",
                                "The record of a decision: who asked and when, what was received and answered, by which rules"))
                .addParametersItem(path("id", "决定编号（decisionId）", "the decision's id (decisionId)"))
                .responses(responses);
    }

    private static Operation export() {
        Operation get = operation(
                        "exportDecisions",
                        "log",
                        new Text("导出作过的决定，最新的在前", "Export decisions that were served, the newest first"))
                .description(both(
                        "text/csv：每项答复一行（给出 code、clause、bearer 或 status 时只列相符的答复），UTF-8 带 BOM，Excel、WPS 可直接打开；"
                                + "application/x-ndjson：每份决定一行，即其记录。流式给出，不限条数；bangban.privacy.mask 指定的内容已遮去。",
                        "text/csv: a row for each answer (with code, clause, bearer or status, for each that meets them), in UTF-8"
                                + " with a byte order mark, as Excel and WPS open it; application/x-ndjson: a line for each"
                                + " decision, which is its record. Streamed, as many as there are; what bangban.privacy.mask"
                                + " names is left out."));
        filters().forEach(get::addParametersItem);
        Content content = new Content()
                .addMediaType("text/csv", new MediaType().schema(Schemas.string()))
                .addMediaType(DecisionOperation.NDJSON, new MediaType().schema(Schemas.component("DecisionRecord")));
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description(both("表格，或每行一份记录", "the table, or a record a line"))
                                .addHeaderObject("Content-Language", DecisionOperation.contentLanguage())
                                .content(content));
        problems(responses, "没有决定日志", "no decision log is kept");
        return get.responses(responses);
    }

    private static void list(Operation get) {
        get.setOperationId("rulesets");
        get.setTags(List.of("ruleset"));
        get.setSummary(both("启用过的全部规则：版本、何时、由谁", "All rulesets that were in force: version, when, by whom"));
        ApiResponses responses = get.getResponses();
        responses
                .computeIfAbsent("200", status -> new ApiResponse())
                .setDescription(both("最近启用的在前", "the one that last came into force first"));
        problems(responses, "没有决定日志", "no decision log is kept");
        get.addParametersItem(DecisionOperation.acceptLanguage());
    }

    private static Operation files() {
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        success(
                                "zip 文件",
                                "a zip file",
                                "application/zip",
                                Schemas.string().format("binary")));
        problems(responses, "没有这一版规则，或没有决定日志", "no such ruleset, or no decision log is kept");
        responses.addApiResponse(
                "500", DecisionOperation.problem("档案被改动，不予提供", "the archive was changed and is not handed out"));
        return operation("rulesetFiles", "ruleset", new Text("某一版规则的全部文件", "All files of a ruleset"))
                .addParametersItem(path("version", "规则版本", "the ruleset's version"))
                .responses(responses);
    }

    private static Operation diff() {
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        success(
                                "统一格式（unified diff）；相同时为空",
                                "a unified diff; empty when both say the same",
                                "text/plain",
                                Schemas.string()));
        problems(responses, "没有这一版规则，或没有决定日志", "no such ruleset, or no decision log is kept");
        responses.addApiResponse(
                "500", DecisionOperation.problem("档案被改动，不予提供", "the archive was changed and is not handed out"));
        return operation("rulesetDiff", "ruleset", new Text("两版规则的文字差别", "What two rulesets say differently"))
                .addParametersItem(path("old", "旧版本", "the old version"))
                .addParametersItem(path("young", "新版本", "the new version"))
                .responses(responses);
    }

    private static Operation operation(String id, String tag, Text summary) {
        return new Operation()
                .operationId(id)
                .addTagsItem(tag)
                .summary(Schemas.both(summary))
                .addParametersItem(DecisionOperation.acceptLanguage());
    }

    private static void problems(ApiResponses responses, String missingZh, String missingEn) {
        responses.addApiResponse(
                "400",
                DecisionOperation.problem("参数有误，或没有这个参数", "a parameter is wrong, or there is no such parameter"));
        responses.addApiResponse("404", DecisionOperation.problem(missingZh, missingEn));
        responses.addApiResponse(
                "406", DecisionOperation.problem("Accept 不接受本接口提供的类型", "Accept takes none of the types given"));
        responses.addApiResponse(
                "503",
                DecisionOperation.problem(
                        "日志暂时无法查阅，或索引尚未建好", "the log cannot be read just now, or its index is still being made"));
    }

    private static List<Parameter> filters() {
        List<String> statuses = Arrays.stream(Status.values()).map(Enum::name).toList();
        List<Parameter> filters = new ArrayList<>();
        filters.add(query("project", Schemas.string(), "请求中的项目编号", "id of a project that was sent"));
        filters.add(query("bearer", Schemas.string(), "义务的责任单位", "the unit that owes an obligation"));
        filters.add(
                query("code", Schemas.string(), "义务、提醒或认定的代码", "code of an obligation, an alert or a determination"));
        filters.add(query("status", Schemas.words(statuses), "义务的状态", "status of an obligation"));
        filters.add(query("clause", Schemas.string(), "所依据的条款", "the clause an answer rests on"));
        filters.add(
                query("from", Schemas.day(), "作出决定的首日（含，北京时间）", "first day of serving, inclusive, in Asia/Shanghai"));
        filters.add(query("to", Schemas.day(), "作出决定的末日（含，北京时间）", "last day of serving, inclusive, in Asia/Shanghai"));
        filters.add(query("ruleset", Schemas.string(), "规则版本", "version of the ruleset that decided"));
        filters.add(query("caller", Schemas.string(), "请求方的名称", "name of the caller"));
        return filters;
    }

    private static Parameter query(String name, Schema<?> schema, String zh, String en) {
        return new QueryParameter().name(name).required(false).schema(schema).description(both(zh, en));
    }

    private static Parameter path(String name, String zh, String en) {
        return new PathParameter().name(name).schema(Schemas.string()).description(both(zh, en));
    }

    private static ApiResponse success(String zh, String en, String type, Schema<?> schema) {
        return new ApiResponse()
                .description(both(zh, en))
                .content(new Content().addMediaType(type, new MediaType().schema(schema)));
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
