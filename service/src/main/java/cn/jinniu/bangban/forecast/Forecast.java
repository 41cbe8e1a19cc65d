package cn.jinniu.bangban.forecast;

import cn.jinniu.bangban.decision.DecisionChanges;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The days on which the decision changes, each against the day before it.
 *
 * @param asOf the day it begins with, whose decision changes nothing
 * @param until last day looked at, inclusive
 * @param ruleset id of the ruleset that decided
 * @param version content hash of that ruleset
 * @param days in order; days without a change are left out
 */
public record Forecast(LocalDate asOf, LocalDate until, String ruleset, String version, List<Day> days) {
    /** What changes on a day. */
    public record Day(LocalDate day, DecisionChanges changes) {}

    /** What of it concerns one unit: the duties it bears, the alerts it gets, the determinations that name it. */
    Forecast concerning(String unit) {
        return new Forecast(
                asOf,
                until,
                ruleset,
                version,
                days.stream()
                        .map(each -> new Day(each.day, concerning(unit, each.changes)))
                        .filter(each -> !each.changes.isEmpty())
                        .toList());
    }

    private static DecisionChanges concerning(String unit, DecisionChanges changes) {
        return new DecisionChanges(
                changes.determinations().where(one -> Objects.equals(one.value(), unit)),
                changes.obligations().where(one -> one.bearer().equals(unit)),
                changes.alerts().where(one -> one.addressees().contains(unit)));
    }
}
