package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameter file: each parameter under its key. */
final class ParametersFile {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** What stands for a clause where the scheme does not state the value. */
    private static final String NO_CLAUSE = "none";

    private final FileProblems problems;
    private final Set<String> clauses;

    private ParametersFile(FileProblems problems, Set<String> clauses) {
        this.problems = problems;
        this.clauses = clauses;
    }

    /** @param clauses the numbers of all clauses */
    static Parameters read(RulesetSource source, Set<String> clauses, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(Parameters.FILE, all);
        ParametersFile file = new ParametersFile(problems, clauses);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        YamlMap map = YamlFile.read(source, Parameters.FILE, all);
        if (map != null) {
            map.entries().forEach((key, entry) -> {
                Parameter parameter = file.parameter(key, entry);
                if (parameter != null) {
                    parameters.put(key, parameter);
                }
            });
        }
        return new Parameters(parameters);
    }

    private @Nullable Parameter parameter(String key, Entry entry) {
        if (!KEY.matcher(key).matches()) {
            problems.add(
                    entry.key(),
                    "参数名“" + key + "”只能用小写字母、数字和连字符",
                    "the parameter's key \"" + key + "\" must consist of lower-case letters, digits and hyphens");
        }
        YamlFields fields = YamlFields.of(key, entry.value(), problems);
        if (fields == null) {
            return null;
        }
        Text name = fields.bothLanguages("name");
        ParameterType type = type(fields.text("type"));
        YamlText clause = clause(fields.text("clause"));
        List<YamlItem> items = fields.list("values");
        fields.done();
        if (type == null || items == null) {
            return null;
        }
        List<Parameter.Value> values = values(key, items, type);
        if (name == null || clause == null || values.isEmpty()) {
            return null;
        }
        return new Parameter(
                key, name, type, clause.value().equals(NO_CLAUSE) ? null : clause.value(), List.copyOf(values));
    }

    private @Nullable ParameterType type(@Nullable YamlText text) {
        if (text == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (ParameterType type : ParameterType.values()) {
            if (type.word().equals(text.value())) {
                return type;
            }
            words.add(type.word());
        }
        problems.add(
                text.place(),
                "未知的类型“" + text.value() + "”；可用：" + String.join("、", words),
                "unknown type \"" + text.value() + "\"; use one of " + String.join(", ", words));
        return null;
    }

    private @Nullable YamlText clause(@Nullable YamlText text) {
        if (text == null || text.value().equals(NO_CLAUSE) || clauses.contains(text.value())) {
            return text;
        }
        problems.add(
                text.place(),
                text.value().length(),
                ProblemKind.UNKNOWN_CLAUSE,
                Clauses.FILE + " 里没有条款“" + text.value() + "”" + Nearest.hintZh(text.value(), clauses)
                        + "；方案未规定的参数请写 none",
                Clauses.FILE + " has no clause \"" + text.value() + "\"" + Nearest.hintEn(text.value(), clauses)
                        + "; write none for what the scheme does not state");
        return null;
    }

    private List<Parameter.Value> values(String key, List<YamlItem> items, ParameterType type) {
        List<Parameter.Value> values = new ArrayList<>();
        LocalDate before = null;
        for (YamlItem item : items) {
            YamlFields fields = YamlFields.of("values", item, problems);
            if (fields == null) {
                continue;
            }
            YamlText from = fields.text("from");
            YamlText written = fields.text("value");
            Object value = value(written, type);
            YamlText note = fields.optionalText("note");
            fields.done();
            LocalDate day = from == null ? null : RuleDates.read(from.value(), from.place(), problems);
            if (from == null || day == null) {
                continue;
            }
            if (before == null && !day.equals(RuleDates.FIRST)) {
                problems.add(
                        from.place(),
                        from.value().length(),
                        ProblemKind.DATES_GAP,
                        "参数“" + key + "”在 " + day + " 之前没有值；第一个值的 from 应为 " + RuleDates.FIRST,
                        "the parameter \"" + key + "\" has no value before " + day + "; its first value must hold from "
                                + RuleDates.FIRST);
            } else if (before != null && !day.isAfter(before)) {
                problems.add(
                        from.place(),
                        "from " + day + " 应晚于上一个值的 " + before + "；请按日期先后排列，同一天只写一个值",
                        "from " + day + " must be after " + before
                                + " of the value before; order values by day, one a day");
            }
            before = day;
            if (written != null && value != null) {
                String why = note == null ? "" : note.value().strip();
                values.add(new Parameter.Value(day, written.value(), why, value));
            }
        }
        return values;
    }

    private @Nullable Object value(@Nullable YamlText text, ParameterType type) {
        if (text == null) {
            return null;
        }
        Object value = type.parse(text.value());
        if (value == null) {
            problems.add(
                    text.place(),
                    "值“" + text.value() + "”不符合类型 " + type.word() + "；应为"
                            + type.wanted().zh(),
                    "the value \"" + text.value() + "\" is not of type " + type.word() + "; write "
                            + type.wanted().en());
        }
        return value;
    }
}
