package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
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
        PathItem candidates = api.getPaths().get("/v1/ruleset/candidates");
        if (candidates != null) {
            candidates(candidates.getPost());
        }
    }

    private static void candidates(Operation post) {
        describe(
                post,
                new Text(
                        "评估一份规则（zip 压缩包）：能不能用，会改变哪些决定；不启用",
                        "Judge proposed rules (a zip archive): whether they could decide, and which decisions they would change;"
                                + " nothing comes into force"),
                new Text(
                        "评估结果；usable 为 false 时，problems 列出全部问题",
                        "what is to be said of them; where usable is false, problems lists everything wrong"));
        post.setDescription(Schemas.both(new Text(
                "压缩包里是规则目录，或者是 rules 和（可有可无的）test-data 两个目录；外面再套一层目录也可以。"
                        + "在自带的场景和随附的场景上试运行，并与正在使用的规则比较；随附的场景代替同名的。一次只评估一份。",
                "The archive holds a rules folder, or the folders rules and, if one likes, test-data; a folder around them does no"
                        + " harm. They are tried on the shipped scenarios and those that come along, which take the place of their"
                        + " namesakes, and compared with the rules in force. One candidate is judged at a time.")));
        Content archive = new Content();
        archive.addMediaType("application/zip", new MediaType());
        archive.addMediaType("application/x-zip-compressed", new MediaType());
        post.setRequestBody(new RequestBody()
                .required(true)
                .description(Schemas.both(new Text("zip 压缩包，不加密", "a zip archive, not encrypted")))
                .content(archive));
        ApiResponses responses = post.getResponses();
        responses.addApiResponse("413", DecisionOperation.problem("压缩包过大", "the archive is too large"));
        responses.addApiResponse("415", DecisionOperation.problem("不是 zip", "it is no zip"));
        responses.addApiResponse(
                "422", DecisionOperation.problem("压缩包不能使用，原因见 detail", "the archive cannot be used; detail says why"));
        responses.addApiResponse(
                "429", DecisionOperation.problem("正在评估另一份；请稍后再试", "another one is being judged; try again later"));
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
