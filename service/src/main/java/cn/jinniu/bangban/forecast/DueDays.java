package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.decision.Obligation;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The due days known by a forecast.
 *
 * @param asOf the day the facts are for
 * @param obligations each as it stands on its due day (or, where that lies outside the forecast, on the first or last
 *     day of it), in the order of those days; none without a due day
 */
public record DueDays(LocalDate asOf, Collection<Obligation> obligations) {}
