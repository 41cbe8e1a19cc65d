package cn.jinniu.bangban.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks for forecasts by the shipped rules. */
final class Forecasts {
    private static final LocalDate UNUSED_TODAY = LocalDate.of(2000, 1, 1);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "forecast-worker");
        thread.setDaemon(true);
        return thread;
    });
    private static final DecisionDesk DESK = new DecisionDesk(ShippedRules.RULESET);
    private static final ForecastDesk FORECASTS = new ForecastDesk(DESK, WORKERS);

    private Forecasts() {}

    static ObjectNode tree(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    /** The forecast as JSON. */
    static JsonNode ahead(JsonNode request, LocalDate until, @Nullable String bearer) {
        Outcome<Forecast> outcome = FORECASTS.forecast(bytes(request), UNUSED_TODAY, until, bearer);
        assertThat(outcome).isInstanceOf(Outcome.Given.class);
        Forecast forecast = ((Outcome.Given<Forecast>) outcome).answer();
        return MAPPER.readTree(new ForecastWriter(ShippedRules.RULESET.data().messages()).bytes(forecast, Language.EN));
    }

    /** Why there is no forecast. */
    static Problem refusal(JsonNode request, LocalDate until, @Nullable String bearer) {
        Outcome<Forecast> outcome = FORECASTS.forecast(bytes(request), UNUSED_TODAY, until, bearer);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Forecast>) outcome).problem();
    }

    /** The calendar, as its bytes are read. */
    static String calendar(JsonNode request, LocalDate until, @Nullable String bearer, Language language) {
        Outcome<DueDays> outcome = FORECASTS.dueDays(bytes(request), UNUSED_TODAY, until, bearer);
        assertThat(outcome).isInstanceOf(Outcome.Given.class);
        byte[] bytes = new CalendarWriter(ShippedRules.RULESET.data())
                .bytes(((Outcome.Given<DueDays>) outcome).answer(), bearer, language);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What deciding the request for another day gives, as JSON. */
    static JsonNode decisionOn(LocalDate day, ObjectNode request) {
        Answer answer = DESK.answer(bytes(request.deepCopy().put("asOf", day.toString())), UNUSED_TODAY);
        assertThat(answer).isInstanceOf(Answer.Decided.class);
        return MAPPER.readTree(DESK.bytes(((Answer.Decided) answer).decision(), "d-1", Language.EN));
    }

    private static byte[] bytes(JsonNode request) {
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
