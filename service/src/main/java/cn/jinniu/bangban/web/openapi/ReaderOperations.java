package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completes what springdoc found out about the addresses that show the ruleset. */
final class ReaderOperations {
    private static final Map<String, Text> SUMMARIES = summaries();

    private ReaderOperations() {}

    private static Map<String, Text> summaries() {
        Map<String, Text> summaries = new LinkedHashMap<>();
        summaries.put(
                "/v1/ruleset",
                new Text(
                        "规则集：状态、名称、版本、加载时间、各条款的规则数；规则目录不能使用时的全部问题",
                        "The ruleset: state, id, version, when loaded, rules per clause; all problems when the rules folder cannot be used"));
        summaries.put(
                "/v1/clauses",
                new Text("方案的全部条款，及各由哪些规则判定", "All clauses of the scheme, with the rules that carry them out"));
        summaries.put(
                "/v1/parameters", new Text("规则用到的数值、来源和历次取值", "Values the rules use, their sources and their history"));
        summaries.put("/v1/units", new Text("单位名录", "The directory of units"));
        summaries.put("/v1/sectors", new Text("行业及其主管部门", "Sectors and the departments that answer for them"));
        return summaries;
    }

    /** Names operations in both languages and adds the problems they can end in. */
    static void complete(OpenAPI api) {
        SUMMARIES.forEach((path, summary) -> {
            PathItem item = api.getPaths().get(path);
            if (item != null) {
                complete(item.getGet(), summary);
            }
        });
    }

    private static void complete(Operation get, Text summary) {
        get.setTags(List.of("ruleset"));
        get.setSummary(Schemas.both(summary));
        get.getResponses().computeIfAbsent("200", status -> new ApiResponse()).setDescription(Schemas.both(summary));
        if (get.getParameters() != null) {
            get.getParameters()
                    .forEach(parameter -> parameter.setDescription(Schemas.both(new Text(
                            "哪一天有效的取值；默认为上海时间当日",
                            "the day whose values are current; default: today in Asia/Shanghai"))));
        }
        get.getResponses()
                .addApiResponse(
                        "400",
                        DecisionOperation.problem(
                                "参数有误，或没有这个参数", "a parameter is wrong, or there is no such parameter"));
        get.getResponses()
                .addApiResponse(
                        "406",
                        DecisionOperation.problem(
                                "Accept 不接受 application/json", "Accept does not take application/json"));
        get.getResponses()
                .addApiResponse(
                        "503",
                        DecisionOperation.problem(
                                "没有可用的规则（/v1/ruleset 除外）", "there are no rules (but for /v1/ruleset)"));
        get.addParametersItem(DecisionOperation.acceptLanguage()
                .description(Schemas.both(new Text("问题说明的语言；数据两种语言都有", "language of problems; the data has both"))));
    }

    /** Views always have all their members; the ones that may be null say so. */
    static void complete(Schema<?> view, List<String> nullable) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        view.getProperties()
                .forEach(
                        (name, member) -> members.put(name, nullable.contains(name) ? Schemas.orNull(member) : member));
        members.forEach(view::addProperty);
        view.setRequired(new ArrayList<>(members.keySet()));
        view.setAdditionalProperties(false);
    }
}
