package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * Why a request was not answered, as RFC 9457 has it.
 *
 * @param type a URI that says which kind of problem it is, for programs
 * @param status the HTTP status that goes with it
 * @param title what kind of problem it is
 * @param detail what is wrong this time, and what to do
 * @param errors what is wrong with the facts; empty for any other problem
 */
public record Problem(String type, int status, Text title, Text detail, List<FactError> errors) {
    private static final String KIND = "urn:bangban:problem:";

    /** A problem that is not about facts. */
    public static Problem of(String kind, int status, Text title, Text detail) {
        return new Problem(KIND + kind, status, title, detail, List.of());
    }

    /** A request over the size limit. */
    public static Problem tooLarge(Text detail) {
        return of("too-large", 413, new Text("请求过大", "The request is too large"), detail);
    }

    /** Something in the service itself went wrong. */
    public static Problem internal(int status) {
        return of(
                "internal",
                status,
                new Text("服务内部出错", "The service failed"),
                new Text("未作任何决定；请联系服务维护人员", "Nothing was decided; tell those who run the service"));
    }

    /** A decision that could not be kept is not told. */
    public static Problem notKept(Text reason) {
        return of(
                "log-unavailable",
                503,
                new Text("决定日志不可用", "The decision log is not available"),
                new Text(
                        "决定无法写入日志，因此不予答复：" + reason.zh() + "；日志恢复后请重新提交",
                        "The decision could not be put on the log and is therefore not told: " + reason.en()
                                + "; send the request again when the log is back"));
    }

    /** The problem of an answer that is no decision. */
    public static Problem of(Answer answer) {
        if (answer instanceof Answer.NotJson notJson) {
            return of("not-json", 400, new Text("请求不是 JSON", "The request is not JSON"), notJson.detail());
        } else if (answer instanceof Answer.Refused refused) {
            return facts(refused);
        } else if (answer instanceof Answer.Failed failed) {
            return failed(failed.cause());
        }
        throw new IllegalArgumentException("a decision is no problem: " + answer);
    }

    /** The problem of a request that has no facts to decide on. */
    public static Problem of(Reading reading) {
        if (reading instanceof Reading.NotJson notJson) {
            return of(new Answer.NotJson(notJson.detail()));
        } else if (reading instanceof Reading.Refused refused) {
            return of(new Answer.Refused(refused.errors(), refused.unlisted()));
        }
        throw new IllegalArgumentException("facts are no problem");
    }

    /** A wrong parameter beside the request. */
    public static Problem parameter(String name, Text wrong) {
        return of(
                "parameter",
                400,
                new Text("参数有误", "A parameter is wrong"),
                new Text(name + "：" + wrong.zh(), name + ": " + wrong.en()));
    }

    private static Problem facts(Answer.Refused refused) {
        int listed = refused.errors().size();
        long more = refused.unlisted();
        return new Problem(
                KIND + "facts",
                422,
                new Text("事实不能据以决定", "The facts cannot be decided on"),
                new Text(
                        "发现 " + (listed + more) + " 处错误" + (more > 0 ? "，列出前 " + listed + " 处" : "")
                                + "；请按 errors 逐项改正后重新提交，未作任何决定",
                        (listed + more) + (listed + more == 1 ? " error was found" : " errors were found")
                                + (more > 0 ? ", the first " + listed + " are listed" : "")
                                + "; correct what errors lists and send the request again. Nothing was decided"),
                refused.errors());
    }

    private static Problem failed(EvaluationFailed cause) {
        if (cause.exceeded() != null) {
            return stopped(cause.rule(), cause.why());
        }
        return of(
                "rule-failed",
                500,
                new Text("规则执行失败", "A rule failed"),
                new Text(
                        "规则“" + cause.rule() + "”在这些事实上无法执行，未作任何决定；请把请求交给规则维护人员",
                        "The rule «" + cause.rule()
                                + "» could not be carried out on these facts and nothing was decided;"
                                + " give the request to those who keep the rules"));
    }

    private static Problem stopped(String rule, Text what) {
        return of(
                "rule-stopped",
                500,
                new Text("规则被中止", "A rule was stopped"),
                new Text(
                        "规则“" + rule + "”" + what.zh() + "，已被中止，未作任何决定；请把请求交给规则维护人员，检查规则是否没完没了，"
                                + "或者由服务维护人员调大 bangban.limit",
                        "The rule «" + rule + "» " + what.en()
                                + "; it was stopped and nothing was decided. Give the request"
                                + " to those who keep the rules, for the rule may never end; or have those who run the"
                                + " service raise bangban.limit"));
    }
}
