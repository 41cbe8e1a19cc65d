package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.facts.FactErrorCode;
import cn.jinniu.bangban.ruleset.FileProblems;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.Place;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.YamlFields;
import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a scenario expects. Words that no answer can have are problems: a misspelt one under {@code none} would
 * otherwise be as expected for ever.
 */
final class ExpectationReader {
    private static final String ALLOWED = "allowed";
    private static final String NONE = "none";

    private final RulesetData rules;
    private final FileProblems problems;

    ExpectationReader(RulesetData rules, FileProblems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** Null, with problems added, where it expects nothing that could be found. */
    @Nullable
    Expected read(YamlMap expect) {
        YamlFields fields = new YamlFields(expect, problems);
        if (fields.has("problem")) {
            YamlMap problem = fields.map("problem");
            fields.done();
            return problem == null ? null : refusal(problem);
        }
        Map<Section, List<YamlMap>> answers = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            answers.put(section, answers(fields, section));
        }
        List<YamlMap> none = none(fields);
        YamlItem others = fields.item("others");
        Set<Section> closed = others == null ? Set.of() : closed(others);
        fields.done();
        if (others != null
                && closed.isEmpty()
                && none.isEmpty()
                && answers.values().stream().allMatch(List::isEmpty)) {
            problems.add(
                    others.place(),
                    "这个场景什么也没有预期；请写明应有或不应有的结果",
                    "this scenario expects nothing; say which answers must be there, or must not");
        }
        return others == null
                ? null
                : new Expected.Answers(answers, none, closed, others.place().line());
    }

    private List<YamlMap> answers(YamlFields fields, Section section) {
        List<YamlMap> answers = new ArrayList<>();
        for (YamlMap one : maps(fields, section.member())) {
            for (Map.Entry<String, YamlItem.Entry> field : one.entries().entrySet()) {
                if (!section.knows(field.getKey())) {
                    unknown(field.getValue().key(), field.getKey(), section.fields());
                }
            }
            if (one.entries().containsKey("id") || one.entries().containsKey("code")) {
                checkWords(one, codes(section));
            } else {
                problems.add(
                        one.place(),
                        "缺少“id”或“code”，请补上一个，说明指哪一项",
                        "\"id\" or \"code\" is missing; add one to say which answer is meant");
            }
            answers.add(one);
        }
        return answers;
    }

    private List<YamlMap> none(YamlFields fields) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        for (Section section : Section.values()) {
            known.addAll(section.fields());
            codes.addAll(codes(section));
        }
        List<YamlMap> none = maps(fields, NONE);
        for (YamlMap one : none) {
            Set<String> named = one.entries().keySet();
            for (Map.Entry<String, YamlItem.Entry> field : one.entries().entrySet()) {
                if (!known.contains(field.getKey())) {
                    unknown(field.getValue().key(), field.getKey(), known);
                }
            }
            if (known.containsAll(named)
                    && Stream.of(Section.values())
                            .noneMatch(section -> named.stream().allMatch(section::knows))) {
                problems.add(
                        one.place(),
                        "没有一种结果同时有 " + String.join(", ", named) + "；请分开写",
                        "no kind of answer has all of " + String.join(", ", named) + "; write them apart");
            }
            checkWords(one, codes);
        }
        return none;
    }

    private List<YamlMap> maps(YamlFields fields, String key) {
        List<YamlItem> items = fields.has(key) ? fields.list(key) : null;
        List<YamlMap> maps = new ArrayList<>();
        for (YamlItem item : items == null ? List.<YamlItem>of() : items) {
            if (item instanceof YamlMap map && !map.entries().isEmpty()) {
                maps.add(map);
            } else {
                problems.add(
                        item.place(),
                        "“" + key + "”的每一项应为“名称: 内容”的形式",
                        "each item of \"" + key + "\" must consist of \"name: content\"");
            }
        }
        return maps;
    }

    private Collection<String> codes(Section section) {
        return switch (section) {
            case DETERMINATIONS -> rules.catalogue().determinations().keySet();
            case OBLIGATIONS -> rules.catalogue().obligations().keySet();
            case ALERTS -> rules.catalogue().alerts().keySet();
        };
    }

    private void checkWords(YamlMap answer, Collection<String> codes) {
        checkWord(answer, "code", codes);
        checkWord(answer, "clause", rules.clauses().numbers());
        checkWord(answer, "status", names(Status.values()));
        checkWord(answer, "severity", names(Severity.values()));
        checkWord(answer, "bearer", rules.directory().units().keySet());
        YamlItem.Entry id = answer.entries().get("id");
        if (id != null && !answer.entries().containsKey("code")) {
            checkWord(id.value().place(), AnswersComparison.code(answer), codes);
        }
        YamlItem.Entry subject = answer.entries().get("subject");
        if (subject != null) {
            YamlFields fields = YamlFields.of("subject", subject.value(), problems);
            if (fields != null && subject.value() instanceof YamlMap map) {
                fields.optionalText("type");
                fields.optionalText("id");
                fields.done();
                checkWord(map, "type", rules.catalogue().subjectTypes().keySet());
            }
        }
    }

    private void checkWord(YamlMap map, String key, Collection<String> known) {
        YamlItem.Entry entry = map.entries().get(key);
        if (entry != null) {
            checkWord(entry.value().place(), Matching.written(entry.value()), known);
        }
    }

    private void checkWord(Place place, String word, Collection<String> known) {
        if (!known.contains(word)) {
            problems.add(
                    place,
                    "没有“" + word + "”" + Nearest.hintZh(word, known),
                    "there is no \"" + word + "\"" + Nearest.hintEn(word, known));
        }
    }

    private void unknown(Place place, String field, Collection<String> known) {
        problems.add(
                place,
                "未知的名称“" + field + "”" + Nearest.hintZh(field, known) + "；可用：" + String.join("、", known),
                "unknown name \"" + field + "\"" + Nearest.hintEn(field, known) + "; known are "
                        + String.join(", ", known));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private Set<Section> closed(YamlItem others) {
        if (others instanceof YamlText text) {
            return isClosed(text) ? EnumSet.allOf(Section.class) : Set.of();
        }
        Set<Section> closed = EnumSet.noneOf(Section.class);
        YamlFields fields = YamlFields.of("others", others, problems);
        if (fields != null) {
            for (Section section : Section.values()) {
                YamlText text = fields.optionalText(section.member());
                if (text != null && isClosed(text)) {
                    closed.add(section);
                }
            }
            fields.done();
        }
        return closed;
    }

    private boolean isClosed(YamlText text) {
        if (!text.value().equals(ALLOWED) && !text.value().equals(NONE)) {
            problems.add(
                    text.place(),
                    "“others”只能是 allowed（可有其他结果）或 none（不得有其他结果）",
                    "\"others\" is allowed (there may be other answers) or none (there may not)");
        }
        return text.value().equals(NONE);
    }

    private @Nullable Expected refusal(YamlMap problem) {
        YamlFields fields = new YamlFields(problem, problems);
        YamlText status = fields.text("status");
        boolean badFacts = status != null && BigInteger.valueOf(422).equals(Scalars.value(status));
        if (status != null && !badFacts && !BigInteger.valueOf(400).equals(Scalars.value(status))) {
            problems.add(
                    status.place(),
                    "“status”只能是 400（不是 JSON）或 422（事实有误）",
                    "\"status\" is 400 (not JSON) or 422 (facts that cannot be decided)");
        }
        Set<Expected.ExpectedError> errors = new LinkedHashSet<>();
        if (badFacts && fields.list("errors") != null) {
            for (YamlMap error : maps(fields, "errors")) {
                Expected.ExpectedError read = error(error);
                if (read != null && !errors.add(read)) {
                    problems.add(error.place(), "这项错误重复；请删去一个", "this error stands here twice; delete one");
                }
            }
        }
        fields.done();
        return status == null
                ? null
                : new Expected.Refusal(
                        badFacts ? 422 : 400, errors, problem.place().line());
    }

    private Expected.@Nullable ExpectedError error(YamlMap error) {
        YamlFields fields = new YamlFields(error, problems);
        YamlItem pointer = fields.item("pointer");
        YamlText code = fields.text("code");
        fields.done();
        if (code != null) {
            checkWord(code.place(), code.value(), names(FactErrorCode.values()));
        }
        if (pointer != null && !(pointer instanceof YamlText)) {
            problems.add(pointer.place(), "“pointer”应为文字", "\"pointer\" must be text");
        }
        return pointer instanceof YamlText text && code != null
                ? new Expected.ExpectedError(text.value(), code.value())
                : null;
    }
}
