package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.calendar.Roll;
import cn.jinniu.bangban.text.Literals;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters as they stand on a day. Immutable.
 *
 * <p>Every method throws {@link RuleMistake} for a key that is no parameter, or one of another type.
 */
public class ParameterValues {
    private final Map<String, Parameter> parameters;
    private final Map<String, Parameter.Value> values;

    ParameterValues(Map<String, Parameter> parameters, Map<String, Parameter.Value> values) {
        this.parameters = Literals.map(parameters);
        this.values = Literals.map(values);
    }

    /** The same values, for one that does more. */
    ParameterValues(ParameterValues same) {
        parameters = same.parameters;
        values = same.values;
    }

    /** A number of working days or of calendar days. */
    public int days(String key) {
        return (Integer) value(key, ParameterType.WORKING_DAYS, ParameterType.CALENDAR_DAYS);
    }

    /** A number of things. */
    public int count(String key) {
        return (Integer) value(key, ParameterType.COUNT, ParameterType.COUNT);
    }

    /** The day of a month; a day the month does not have is its last. */
    public LocalDate dayOf(String key, YearMonth month) {
        int day = (Integer) value(key, ParameterType.DAY_OF_MONTH, ParameterType.DAY_OF_MONTH);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The day of a year; 29 February is 28 February in a common year. */
    public LocalDate dayIn(String key, int year) {
        return ((MonthDay) value(key, ParameterType.MONTH_DAY, ParameterType.MONTH_DAY)).atYear(year);
    }

    public Roll roll(String key) {
        return (Roll) value(key, ParameterType.ROLL, ParameterType.ROLL);
    }

    /** The value in force, with the day it holds from and its note. */
    public Parameter.Value since(String key) {
        Parameter.Value value = values.get(key);
        if (value == null) {
            throw unknown(key);
        }
        return value;
    }

    /** All values in force, by key. */
    public Map<String, Parameter.Value> all() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private Object value(String key, ParameterType type, ParameterType orType) {
        Parameter parameter = parameters.get(key);
        if (parameter == null) {
            throw unknown(key);
        }
        if (parameter.type() != type && parameter.type() != orType) {
            throw new RuleMistake(
                    "参数“" + key + "”的类型是 " + parameter.type().word() + "，不能当作 " + type.word() + " 使用",
                    "the parameter \"" + key + "\" is of type "
                            + parameter.type().word() + " and cannot be used as " + type.word());
        }
        return since(key).value();
    }

    private RuleMistake unknown(String key) {
        return new RuleMistake(
                Parameters.FILE + " 里没有参数“" + key + "”" + Nearest.hintZh(key, parameters.keySet()),
                Parameters.FILE + " has no parameter \"" + key + "\"" + Nearest.hintEn(key, parameters.keySet()));
    }
}
