package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.DecisionChanges;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what comes next on requests, by one ruleset. Immutable, and safe for many threads. */
public final class ForecastDesk {
    private final DecisionDesk desk;
    private final DayByDay days;

    /** @param workers decide side by side; they must not be waiting for forecasts themselves */
    public ForecastDesk(DecisionDesk desk, ExecutorService workers) {
        this.desk = desk;
        this.days = new DayByDay(desk.ruleset(), workers);
    }

    /**
     * What changes from day to day if nothing else happens: the same request is decided again for each day.
     *
     * @param json the request
     * @param today the day to begin with where the request names none
     * @param until last day, inclusive
     * @param bearer the unit whose part is wanted; null for everything
     */
    public Outcome<Forecast> forecast(byte[] json, LocalDate today, LocalDate until, @Nullable String bearer) {
        return ahead(json, today, until, bearer, facts -> {
            Horizon horizon = new Horizon(facts.facts(), !facts.firstMonthGiven(), until);
            Forecast forecast = forecast(horizon);
            return bearer == null ? forecast : forecast.concerning(bearer);
        });
    }

    /**
     * The due days of all obligations that are, or come to be, listed by the last day. One counts when it is listed on
     * its due day (or, where that lies outside, on the first or last day looked at) or later, so one that falls away
     * before it is due has none; where the due day itself moves, the last one counts. Periodic duties are listed from
     * the first month of today's decision on: none falls away merely because the month that is listed first moves on.
     *
     * @param json the request
     * @param today the day to begin with where the request names none
     * @param until last day, inclusive
     * @param bearer the unit whose duties are wanted; null for all
     */
    public Outcome<DueDays> dueDays(byte[] json, LocalDate today, LocalDate until, @Nullable String bearer) {
        return ahead(json, today, until, bearer, facts -> dueDays(new Horizon(facts.facts(), false, until), bearer));
    }

    private Forecast forecast(Horizon horizon) {
        Ruleset ruleset = desk.ruleset();
        List<Forecast.Day> changing = new ArrayList<>();
        Decision[] before = new Decision[1];
        days.decide(horizon, decision -> {
            if (before[0] != null) {
                DecisionChanges changes = DecisionChanges.between(before[0], decision);
                if (!changes.isEmpty()) {
                    changing.add(new Forecast.Day(decision.asOf(), changes));
                }
            }
            before[0] = decision;
        });
        return new Forecast(horizon.facts().asOf(), horizon.until(), ruleset.id(), ruleset.version(), changing);
    }

    private DueDays dueDays(Horizon horizon, @Nullable String bearer) {
        Map<String, Obligation> found = new LinkedHashMap<>();
        days.decide(horizon, decision -> {
            for (Obligation obligation : decision.obligations()) {
                LocalDate due = obligation.due();
                if (due == null || decision.asOf().isBefore(horizon.nearestTo(due))) {
                    continue;
                }
                Obligation known = found.get(obligation.id());
                boolean wanted = bearer == null || obligation.bearer().equals(bearer);
                if (wanted && (known == null || !due.equals(known.due()))) {
                    found.put(obligation.id(), obligation);
                }
            }
        });
        return new DueDays(horizon.facts().asOf(), found.values());
    }

    private <T> Outcome<T> ahead(
            byte[] json,
            LocalDate today,
            LocalDate until,
            @Nullable String bearer,
            Function<Reading.Facts, T> looking) {
        if (bearer != null && desk.ruleset().data().directory().unit(bearer) == null) {
            return refused(
                    "bearer",
                    new Text(
                            "没有单位“" + bearer + "”；单位代号见 /v1/units",
                            "there is no unit \"" + bearer + "\"; /v1/units lists them"));
        }
        Reading reading = desk.read(json, today);
        if (!(reading instanceof Reading.Facts facts)) {
            return new Outcome.Refused<>(Problem.of(reading));
        }
        Text wrong = new Horizon(facts.facts(), !facts.firstMonthGiven(), until).problem();
        if (wrong != null) {
            return refused("until", wrong);
        }
        try {
            return new Outcome.Given<>(looking.apply(facts));
        } catch (EvaluationFailed failed) {
            return new Outcome.Refused<>(Problem.of(new Answer.Failed(failed)));
        }
    }

    private static <T> Outcome<T> refused(String parameter, Text wrong) {
        return new Outcome.Refused<>(Problem.parameter(parameter, wrong));
    }
}
