package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.calendar.Counting;
import cn.jinniu.bangban.calendar.Span;
import cn.jinniu.bangban.calendar.WorkingCalendar;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.trace.Reads;
import cn.jinniu.bangban.explain.model.CountShown;
import cn.jinniu.bangban.explain.model.ParameterShown;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.ruleset.Parameter;
import cn.jinniu.bangban.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows rules with their clauses, parameters with their history, and counts of working days day by day. */
final class Reasons {
    /** Days shown one by one; a longer count is nothing anybody reads. */
    private static final int FARTHEST = 1_500;

    private final Scene scene;

    Reasons(Scene scene) {
        this.scene = scene;
    }

    RuleShown rule(RuleInfo rule) {
        Clause clause = scene.data.clauses().clause(rule.clause());
        Text nothing = new Text("", "");
        return new RuleShown(
                rule.name(),
                rule.file(),
                rule.line(),
                rule.clause(),
                clause == null ? nothing : clause.title(),
                clause == null ? nothing : clause.summary());
    }

    List<ParameterShown> parameters(Reads... reads) {
        Set<String> keys = new LinkedHashSet<>();
        for (Reads each : reads) {
            keys.addAll(each.parameters());
        }
        List<ParameterShown> shown = new ArrayList<>();
        for (String key : keys) {
            Parameter parameter = scene.data.parameters().parameter(key);
            if (parameter != null) {
                Parameter.Value value = parameter.on(scene.asOf);
                shown.add(new ParameterShown(
                        key, parameter.name(), value.written(), value.from(), parameter.clause(), value.note()));
            }
        }
        return shown;
    }

    List<CountShown> counts(Reads... reads) {
        Set<Counting> countings = new LinkedHashSet<>();
        for (Reads each : reads) {
            countings.addAll(each.countings());
        }
        return countings.stream().map(this::count).toList();
    }

    private CountShown count(Counting counting) {
        List<CountShown.Skipped> skipped = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        LocalDate to = counting.to();
        LocalDate last = to == null ? scene.asOf : to;
        boolean back = last.isBefore(counting.from());
        boolean rolled = counting.way() == Counting.Way.ROLL_NEXT || counting.way() == Counting.Way.ROLL_PREVIOUS;
        long days = Math.min(FARTHEST, Math.abs(ChronoUnit.DAYS.between(counting.from(), last)));
        // A roll leaves the day itself because it is no working day; a count never counts the day it begins with.
        for (long i = rolled ? 0 : 1; i <= days; i++) {
            pass(counting.from().plusDays(back ? -i : i), counting, skipped, worked);
        }
        boolean provisional = to != null && !scene.data.calendar().hasDataFor(to.getYear());
        return new CountShown(counting.way(), counting.from(), counting.days(), to, skipped, worked, provisional);
    }

    private void pass(LocalDate day, Counting counting, List<CountShown.Skipped> skipped, List<LocalDate> worked) {
        WorkingCalendar calendar = scene.data.calendar();
        String holiday = calendar.holiday(day);
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (!calendar.isWorkingDay(day)) {
            skipped.add(new CountShown.Skipped(
                    day, holiday == null ? CountShown.Reason.WEEKEND : CountShown.Reason.HOLIDAY, holiday));
        } else if (suspended(day, counting.skipped())) {
            skipped.add(new CountShown.Skipped(day, CountShown.Reason.SUSPENDED, null));
        } else if (weekend) {
            worked.add(day);
        }
    }

    private static boolean suspended(LocalDate day, List<Span> spans) {
        return spans.stream()
                .anyMatch(span -> !day.isBefore(span.from()) && (span.to() == null || !day.isAfter(span.to())));
    }
}
