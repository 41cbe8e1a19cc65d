package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operation that looks ahead, and what it answers. */
final class ForecastOperation {
    static final String PATH = "/v1/forecasts";
    private static final String CALENDAR = "text/calendar";
    private static final Set<String> NONE = Set.of();

    private final LiveExamples examples;

    ForecastOperation(LiveExamples examples) {
        this.examples = examples;
    }

    /** Schemas of the answer, by name. */
    static Map<String, Schema<?>> schemas() {
        Map<String, Schema<?>> all = new LinkedHashMap<>();
        Map<String, Schema<?>> ruleset = new LinkedHashMap<>();
        ruleset.put("id", Schemas.string());
        ruleset.put("version", Schemas.string());
        Map<String, Schema<?>> forecast = new LinkedHashMap<>();
        forecast.put("asOf", Schemas.day().description(both("从哪一天开始", "the day it begins with")));
        forecast.put("until", Schemas.day().description(both("到哪一天为止（含）", "last day looked at, inclusive")));
        forecast.put("ruleset", Schemas.object(ruleset, NONE).description(both("据以决定的规则集", "the ruleset decided by")));
        forecast.put(
                "days",
                Schemas.list(Schemas.component("ForecastDay"))
                        .description(both("决定有变化的各天，按先后", "the days on which the decision changes, in order")));
        all.put("Forecast", Schemas.object(forecast, NONE).description(both("预测", "what comes next")));
        Map<String, Schema<?>> day = new LinkedHashMap<>();
        day.put("day", Schemas.day());
        day.put("determinations", Schemas.component("DeterminationChanges"));
        day.put("obligations", Schemas.component("ObligationChanges"));
        day.put("alerts", Schemas.component("AlertChanges"));
        all.put(
                "ForecastDay",
                Schemas.object(day, NONE)
                        .description(
                                both("这一天的决定与前一天相比的变化", "how the day's decision differs from that of the day before")));
        for (String kind : new String[] {"Determination", "Obligation", "Alert"}) {
            all.put(kind + "Changes", changes(kind));
        }
        return all;
    }

    private static Schema<?> changes(String kind) {
        Map<String, Schema<?>> change = new LinkedHashMap<>();
        change.put(
                "fields",
                Schemas.list(Schemas.string()).description(both("哪些字段不同", "names of the fields that differ")));
        change.put("before", Schemas.component(kind));
        change.put("after", Schemas.component(kind));
        Map<String, Schema<?>> changes = new LinkedHashMap<>();
        changes.put(
                "added", Schemas.list(Schemas.component(kind)).description(both("新出现的", "not there the day before")));
        changes.put(
                "removed",
                Schemas.list(Schemas.component(kind))
                        .description(both("不再列出的，内容为前一天的", "not there any more; as of the day before")));
        changes.put(
                "changed",
                Schemas.list(Schemas.object(change, NONE))
                        .description(both("内容有变化的", "there on both days, and different")));
        return Schemas.object(changes, NONE).description(both("次序同决定", "in the order of decisions"));
    }

    Operation describe() {
        Operation operation = new Operation()
                .operationId("forecast")
                .addTagsItem("decisions")
                .summary(both("若无其他变化，决定将在哪些天改变", "What comes next if nothing else happens"))
                .description(both(
                        "对同一份请求，自 asOf 起逐日重新决定（未写 reportingFrom 的，每天取当天所在月的上一个月），直到 until，列出有变化的各天。"
                                + "已提交的事实不变，日期在 asOf 之后的到当天才看得见。"
                                + "不比较 message 和 rule 的措辞；一直逾期的义务每天加一的 daysLate 不算变化。"
                                + "Accept: text/calendar 时给出期限日历（RFC 5545）：每项有期限的义务一个全天事件，同一义务的 UID 始终相同；"
                                + "届时已不再列出的不给；周期性义务自今天列出的第一个月算起。",
                        "The same request is decided again for each day from asOf to until (where it names no reportingFrom, each day"
                                + " takes the month before its own), and the days that differ from the one before are listed. The facts"
                                + " sent stay as they are; those dated after asOf come into view on their day. The wording of message and"
                                + " rule is not compared, and the daysLate of what stays overdue, which goes up every day, is no change."
                                + " With Accept: text/calendar, the due days as a calendar (RFC 5545): an all-day event for each obligation"
                                + " with a due day, its UID always the same for the same obligation; none for what falls away before it"
                                + " is due; periodic duties are those from the first month listed today on."))
                .addParametersItem(new QueryParameter()
                        .name("until")
                        .required(true)
                        .description(both(
                                "到哪一天为止（含），至多在 asOf 之后 400 天", "last day (inclusive), at most 400 days after asOf"))
                        .schema(Schemas.day())
                        .example("2026-06-30"))
                .addParametersItem(new QueryParameter()
                        .name("bearer")
                        .required(false)
                        .description(
                                both(
                                        "只要与这个单位有关的：它承担的义务、发给它的提醒、认定为它的",
                                        "only what concerns this unit: the obligations it bears, the alerts it gets, the determinations that name it"))
                        .schema(Schemas.component("Unit")))
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
                        .description(both("预测，或期限日历", "the forecast, or the calendar of due days"))
                        .addHeaderObject("Content-Language", DecisionOperation.contentLanguage())
                        .content(new Content()
                                .addMediaType(
                                        DecisionOperation.JSON, new MediaType().schema(Schemas.component("Forecast")))
                                .addMediaType(
                                        CALENDAR,
                                        new MediaType()
                                                .schema(Schemas.string()
                                                        .description(both("iCalendar，UTF-8", "iCalendar in UTF-8"))))));
        DecisionOperation.addProblems(
                responses,
                "不是 JSON、嵌套超过 1,000 层，或查询参数有误",
                "not JSON, nested deeper than 1,000, or a query parameter is wrong");
        operation.setResponses(responses);
        return operation;
    }

    private static String both(String zh, String en) {
        return Schemas.both(new Text(zh, en));
    }
}
