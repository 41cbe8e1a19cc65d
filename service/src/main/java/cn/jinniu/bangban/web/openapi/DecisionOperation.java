package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one operation that decides, for single requests and for streams. */
final class DecisionOperation {
    static final String PATH = "/v1/decisions";
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String PROBLEM = "application/problem+json";

    private final LiveExamples examples;

    DecisionOperation(LiveExamples examples) {
        this.examples = examples;
    }

    Operation describe() {
        return new Operation()
                .operationId("decide")
                .addTagsItem("decisions")
                .summary(both("按事实作出决定", "Decide on facts"))
                .description(both(
                        "提交一份请求（application/json），或每行一份请求（application/x-ndjson，逐行按序作答，坏行就地说明，不影响其后各行）。"
                                + "请求有错时整份拒绝，并一次列出全部错误。",
                        "Send one request (application/json), or one a line (application/x-ndjson: answered line by line, in order;"
                                + " a bad line is answered in its place and the lines after it go on). A request with errors is"
                                + " refused whole, with all of them listed."))
                .addParametersItem(acceptLanguage())
                .requestBody(body())
                .responses(responses());
    }

    /** The header by which answers speak Chinese or English. */
    static Parameter acceptLanguage() {
        Schema<?> schema = Schemas.string();
        schema.setDefault("zh");
        return new HeaderParameter()
                .name("Accept-Language")
                .required(false)
                .description(both("中文，除非更愿意要英文", "Chinese unless English is preferred"))
                .schema(schema)
                .example("en");
    }

    private RequestBody body() {
        return new RequestBody()
                .required(true)
                .description(both(
                        "UTF-8，不压缩。NDJSON 的模式说的是每一行。",
                        "UTF-8, not compressed. The schema of NDJSON is that of each line."))
                .content(new Content()
                        .addMediaType(
                                JSON,
                                new MediaType()
                                        .schema(Schemas.component("Request"))
                                        .addExamples("request", new Example().value(examples.request())))
                        .addMediaType(NDJSON, new MediaType().schema(Schemas.component("Request"))));
    }

    private ApiResponses responses() {
        Schema<?> line = new JsonSchema()
                .oneOf(List.of(Schemas.component("Decision"), Schemas.component("LineProblem")))
                .description(both("每一行", "each line"));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description(
                                both("决定；NDJSON 每个输入行一行，次序相同", "the decision; for NDJSON a line for each, in order"))
                        .addHeaderObject("Content-Language", contentLanguage())
                        .content(new Content()
                                .addMediaType(
                                        JSON,
                                        new MediaType()
                                                .schema(Schemas.component("Decision"))
                                                .addExamples("decision", new Example().value(examples.decision())))
                                .addMediaType(NDJSON, new MediaType().schema(line))));
        addProblems(
                responses,
                "不是 JSON，嵌套超过 1,000 层，或带有查询参数",
                "not JSON, nested deeper than 1,000, or with query parameters");
        responses.addApiResponse("422", refusal(new Example().value(examples.refusal())));
        return responses;
    }

    /** The problems that an operation on requests can end in. */
    static void addProblems(ApiResponses responses, String badRequestZh, String badRequestEn) {
        responses.addApiResponse("400", problem(badRequestZh, badRequestEn));
        responses.addApiResponse(
                "405",
                problem("不是 POST", "not POST")
                        .addHeaderObject(
                                "Allow",
                                new Header()
                                        .description(both("可用的方法", "what is allowed"))
                                        .schema(Schemas.string())));
        responses.addApiResponse("406", problem("Accept 不接受本接口提供的类型", "Accept takes none of the types given here"));
        responses.addApiResponse("413", problem("超过大小上限", "over the size limit"));
        responses.addApiResponse(
                "415",
                problem("类型、编码或压缩方式不受支持", "another media type or charset, or compressed")
                        .addHeaderObject(
                                "Accept-Post",
                                new Header()
                                        .description(both("可以提交的类型", "what may be sent"))
                                        .schema(Schemas.string())));
        responses.addApiResponse("422", refusal(null));
        responses.addApiResponse("500", problem("服务或某条规则出错，未作决定", "the service or a rule failed; nothing was decided"));
        responses.addApiResponse("503", problem("暂时不能服务", "not available now"));
    }

    static Header contentLanguage() {
        return new Header()
                .description(both("message 的语言", "language of the messages"))
                .schema(Schemas.words(List.of("zh", "en")));
    }

    private static ApiResponse refusal(@Nullable Example misspelt) {
        Schema<?> withErrors = new JsonSchema()
                .allOf(List.of(
                        Schemas.component("Problem"), Schemas.ofType("object").required(List.of("errors"))));
        MediaType problem = new MediaType().schema(withErrors);
        if (misspelt != null) {
            problem.addExamples("misspelt", misspelt);
        }
        return new ApiResponse()
                .description(both("是 JSON，但不是可以据以决定的事实", "JSON, but not facts that can be decided on"))
                .content(new Content().addMediaType(PROBLEM, problem));
    }

    /** An answer that is a problem. */
    static ApiResponse problem(String zh, String en) {
        return new ApiResponse()
                .description(both(zh, en))
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(Schemas.component("Problem"))));
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
