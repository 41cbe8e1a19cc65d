package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.text.Text;

/** The problems of HTTP itself. */
final class HttpProblems {
    private HttpProblems() {}

    /** The problem of a status that says all there is to say. */
    static Problem of(int status) {
        return switch (status) {
            case 404 ->
                problem(
                        "not-found",
                        status,
                        "没有这个地址",
                        "There is nothing here",
                        "请核对路径；接口说明见 /v3/api-docs",
                        "Check the path; /v3/api-docs describes the interface");
            case 405 ->
                problem(
                        "method-not-allowed",
                        status,
                        "不支持这种方法",
                        "The method is not allowed",
                        "请改用 Allow 头列出的方法",
                        "Use one of the methods in the Allow header");
            case 406 ->
                problem(
                        "not-acceptable",
                        status,
                        "无法提供所要的格式",
                        "The format asked for cannot be given",
                        "请在 Accept 头里接受本接口提供的类型（决定为 application/json），或写 */*",
                        "Accept a type this address gives (decisions are application/json), or */*");
            case 415 ->
                problem(
                        "unsupported-media-type",
                        status,
                        "不支持这种内容类型",
                        "The media type is not supported",
                        "请以 UTF-8 的 application/json 或 application/x-ndjson 提交，不要压缩请求体",
                        "Send application/json or application/x-ndjson in UTF-8, without Content-Encoding");
            case 501, 505 ->
                problem(
                        "not-implemented",
                        status,
                        "不支持这种 HTTP 用法",
                        "This use of HTTP is not supported",
                        "请使用 HTTP/1.1，不要使用 chunked 以外的传输编码",
                        "Use HTTP/1.1, and no transfer coding but chunked");
            case 503 ->
                problem(
                        "unavailable",
                        status,
                        "暂时不能服务",
                        "The service is not available now",
                        "请稍后再试",
                        "Try again later");
            default ->
                status >= 500
                        ? Problem.internal(status)
                        : problem(
                                "bad-request",
                                status,
                                "请求有误",
                                "The request is wrong",
                                "请核对请求行、请求头和参数",
                                "Check the request line, headers and parameters");
        };
    }

    /** There is nothing to decide by. */
    static Problem noRuleset() {
        return problem(
                "no-ruleset",
                503,
                "没有可用的规则",
                "There are no rules to decide by",
                "规则目录的内容不能使用，未作任何决定；问题见 /v1/ruleset，改好后自动恢复",
                "The rules folder cannot be used and nothing was decided; /v1/ruleset lists what is wrong,"
                        + " and the service recovers by itself when that is mended");
    }

    /** Somebody else's candidate is being judged. */
    static Problem candidateBusy() {
        return problem(
                "candidate-busy",
                429,
                "正在评估另一份规则",
                "Other rules are being judged",
                "一次只评估一份；请过几秒再提交",
                "One candidate is judged at a time; send it again in some seconds");
    }

    /** A candidate that no rules folder can be taken from. */
    static Problem candidateUnreadable(Text reason) {
        return Problem.of("candidate-unreadable", 422, new Text("压缩包不能使用", "The archive cannot be used"), reason);
    }

    /** A wrong query parameter. */
    static Problem parameter(String name, String zh, String en) {
        return Problem.parameter(name, new Text(zh, en));
    }

    static Problem tooLarge(long limit) {
        return Problem.tooLarge(new Text(
                "请求超过 " + limit + " 字节的上限；请分批提交，或改用 application/x-ndjson",
                "The request is larger than the limit of " + limit + " bytes; split it, or send application/x-ndjson"));
    }

    private static Problem problem(
            String kind, int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        return Problem.of(kind, status, new Text(titleZh, titleEn), new Text(detailZh, detailEn));
    }
}
