package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** The operation that says why, and why not. */
final class ExplanationOperation {
    static final String PATH = "/v1/explanations";

    private final LiveExamples examples;

    ExplanationOperation(LiveExamples examples) {
        this.examples = examples;
    }

    Operation describe() {
        Operation operation = new Operation()
                .operationId("explain")
                .addTagsItem("decisions")
                .summary(both("为什么有、为什么没有某项答复", "Why an answer was given, and why one was not"))
                .description(both(
                        "对同一份请求作同样的决定，并说明由来：依据哪条规则（文件和行）、哪条条款，规则读到哪些事实、字段和值、哪些参数，"
                                + "期限怎样数出来，逐层追溯到请求中的字段（RFC 6901）。问到没有作出的答复时，列出本可给出它的每条规则及其最先不成立的条件。"
                                + "不写参数时解释全部答复（最多 1,000 项）。",
                        "Makes the same decision on the same request and says how it came about: by which rule (file and line) and"
                                + " clause, on which facts, fields, values and parameters, how due days were counted, down to the"
                                + " fields of the request (RFC 6901). Asked about an answer that was not given, it lists each rule that"
                                + " could have given it with its first failing condition. Without parameters, all answers are explained"
                                + " (1,000 at most)."))
                .addParametersItem(parameter("obligation", "义务的 id", "id of an obligation"))
                .addParametersItem(parameter("alert", "提醒的 id", "id of an alert"))
                .addParametersItem(
                        parameter("code", "认定、义务或提醒的代码", "code of a determination, an obligation or an alert"))
                .addParametersItem(parameter("subject", "对象，写作 类型:编号", "a subject, written type:id"))
                .addParametersItem(DecisionOperation.acceptLanguage())
                .requestBody(new RequestBody()
                        .required(true)
                        .description(
                                both("与作决定时相同的请求；UTF-8，不压缩", "the request, as for a decision; UTF-8, not compressed"))
                        .content(new Content()
                                .addMediaType(
                                        DecisionOperation.JSON,
                                        new MediaType()
                                                .schema(Schemas.component("Request"))
                                                .addExamples("request", new Example().value(examples.request())))));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description(both("解释", "the explanation"))
                        .addHeaderObject("Content-Language", DecisionOperation.contentLanguage())
                        .content(new Content()
                                .addMediaType(
                                        DecisionOperation.JSON,
                                        new MediaType().schema(Schemas.component("Explanation")))));
        DecisionOperation.addProblems(
                responses,
                "不是 JSON、嵌套超过 1,000 层，或没有所问的代码、对象、义务或提醒",
                "not JSON, nested deeper than 1,000, or there is no such code, subject, obligation or alert");
        operation.setResponses(responses);
        return operation;
    }

    private static Parameter parameter(String name, String zh, String en) {
        return new QueryParameter()
                .name(name)
                .required(false)
                .description(both(zh, en))
                .schema(Schemas.string());
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
