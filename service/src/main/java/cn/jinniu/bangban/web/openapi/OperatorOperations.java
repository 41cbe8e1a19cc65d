package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Objects;

/**
 * Completes what springdoc found out about the addresses for those who run the service. They are there only while the
 * management side has no port of its own.
 */
final class OperatorOperations {
    private OperatorOperations() {}

    static void complete(OpenAPI api) {
        PathItem reload = api.getPaths().get("/v1/ruleset/reload");
        if (reload != null) {
            reload(reload.getPost());
        }
    }

    private static void reload(Operation post) {
        describe(
                post,
                new Text("立即重新读取规则目录，并等到有结果", "Look at the rules folder now, and wait for what comes of it"),
                new Text("新规则已启用，或规则没有变化", "the new rules are in force, or nothing has changed"));
        Objects.requireNonNull(post.getResponses().get("409"))
                .setDescription(Schemas.both(new Text(
                        "新规则不能使用，原来的继续使用", "the new rules are refused, what decided before goes on deciding")));
    }

    private static void describe(Operation post, Text summary, Text success) {
        post.setTags(List.of("management"));
        post.setSummary(Schemas.both(summary));
        Objects.requireNonNull(post.getResponses().get("200")).setDescription(Schemas.both(success));
        post.getResponses()
                .addApiResponse(
                        "400",
                        DecisionOperation.problem(
                                "没有这个参数，或请求有误", "there is no such parameter, or the request is wrong"));
        post.getResponses()
                .addApiResponse(
                        "406", DecisionOperation.problem("Accept 不接受本接口提供的类型", "Accept takes none of the types given"));
        post.addParametersItem(DecisionOperation.acceptLanguage());
    }
}
