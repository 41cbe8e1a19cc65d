package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the yearly arrangements of public holidays and transferred working weekends. */
final class CalendarFile {
    static final String FILE = "calendar.csv";

    private static final List<String> COLUMNS = List.of("date", "kind", "nameZh");

    private enum Kind {
        HOLIDAY,
        WORKDAY
    }

    private CalendarFile() {}

    /** A year counts as arranged when the file has a row of it. */
    static WorkingCalendar read(RulesetSource source, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(FILE, all);
        Map<LocalDate, Boolean> days = new HashMap<>();
        Map<LocalDate, String> holidays = new HashMap<>();
        Set<Integer> years = new TreeSet<>();
        for (CsvRow row : CsvTable.read(source, FILE, COLUMNS, all)) {
            LocalDate day = row.day("date");
            Kind kind = row.oneOf("kind", Kind.class);
            if (day == null || kind == null) {
                continue;
            }
            // A holiday may fall on a weekend, but a working day that needs a row is one that would else be off.
            if (kind == Kind.WORKDAY && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                problems.add(
                        row.place("date"),
                        day + " 是周一至周五，本来就上班；WORKDAY 只用于调休上班的周六、周日，请核对日期",
                        day + " is a weekday, on which people work anyway; WORKDAY is for a weekend day worked"
                                + " instead of another; check the day");
            }
            if (kind == Kind.HOLIDAY) {
                String name = row.text("nameZh");
                if (name != null) {
                    holidays.put(day, name);
                }
            }
            if (days.putIfAbsent(day, kind == Kind.WORKDAY) != null) {
                problems.add(
                        row.place("date"), day + " 重复；请删去其中一行", day + " stands here twice; delete one of the rows");
            }
            years.add(day.getYear());
        }
        return new WorkingCalendar(days, years, holidays);
    }
}
