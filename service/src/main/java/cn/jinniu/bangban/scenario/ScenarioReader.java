package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.ruleset.FileProblems;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.YamlFields;
import cn.jinniu.bangban.ruleset.YamlFile;
import cn.jinniu.bangban.ruleset.YamlItem;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one scenario file. */
final class ScenarioReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final Path file;
    private final Path root;
    private final RulesetData rules;
    private final List<RulesetProblem> all;
    private final FileProblems problems;

    ScenarioReader(String name, Path file, Path root, RulesetData rules, List<RulesetProblem> all) {
        this.name = name;
        this.file = file;
        this.root = root;
        this.rules = rules;
        this.all = all;
        this.problems = new FileProblems(name, all);
    }

    /** Null, with problems added, where the file is no scenario. */
    @Nullable
    Scenario read(byte[] bytes) throws IOException {
        int before = all.size();
        YamlMap map = YamlFile.read(name, bytes, all);
        if (map == null) {
            return null;
        }
        YamlFields fields = new YamlFields(map, problems);
        YamlText title = fields.text("title");
        YamlText titleEn = fields.text("titleEn");
        List<String> clauses = clauses(fields);
        YamlText note = fields.optionalText("note");
        byte[] request = request(map, fields);
        Expected expected = expected(map, fields);
        fields.done();
        checkDay(map, expected);
        if (all.size() > before || title == null || titleEn == null || request == null || expected == null) {
            return null;
        }
        return new Scenario(
                name,
                new Text(title.value().strip(), titleEn.value().strip()),
                clauses,
                note == null ? null : note.value().strip(),
                request,
                expected);
    }

    private List<String> clauses(YamlFields fields) {
        List<YamlText> written = fields.has("clauses") ? fields.optionalTexts("clauses") : List.of();
        if (!fields.has("clauses")) {
            fields.item("clauses");
        }
        Set<String> known = rules.clauses().numbers();
        List<String> clauses = new ArrayList<>();
        for (YamlText text : written) {
            String clause = text.value();
            if (!known.contains(clause)) {
                problems.add(
                        text.place(),
                        "方案没有条款“" + clause + "”" + Nearest.hintZh(clause, known),
                        "the scheme has no clause \"" + clause + "\"" + Nearest.hintEn(clause, known));
            } else if (clauses.contains(clause)) {
                problems.add(
                        text.place(),
                        "条款“" + clause + "”重复；请删去一个",
                        "the clause \"" + clause + "\" stands here twice; delete one");
            }
            clauses.add(clause);
        }
        return clauses;
    }

    private byte @Nullable [] request(YamlMap map, YamlFields fields) throws IOException {
        if (!exactlyOne(map, fields, "request", "requestText", "requestFile")) {
            return null;
        }
        var request = map.entries().get("request");
        if (request != null) {
            return RequestJson.of(request.value());
        }
        if (fields.has("requestText")) {
            YamlText text = fields.text("requestText");
            return text == null ? null : text.value().getBytes(StandardCharsets.UTF_8);
        }
        YamlText path = fields.text("requestFile");
        return path == null ? null : bytes(path);
    }

    private @Nullable Expected expected(YamlMap map, YamlFields fields) throws IOException {
        if (!exactlyOne(map, fields, "expect", "decisionFile")) {
            return null;
        }
        if (fields.has("expect")) {
            YamlMap expect = fields.map("expect");
            return expect == null ? null : new ExpectationReader(rules, problems).read(expect);
        }
        YamlText path = fields.text("decisionFile");
        byte[] bytes = path == null ? null : bytes(path);
        return path == null || bytes == null ? null : whole(path, bytes);
    }

    private Expected.@Nullable Whole whole(YamlText path, byte[] bytes) {
        String wrong;
        try {
            JsonNode decision = JSON.readTree(bytes);
            if (decision instanceof ObjectNode object && hasSections(object)) {
                return new Expected.Whole(object, path.place().line());
            }
            wrong = "determinations, obligations, alerts";
        } catch (JacksonException e) {
            wrong = e.getOriginalMessage();
        }
        problems.add(
                path.place(),
                "文件“" + path.value() + "”不是完整的决定（" + wrong + "）；请放入服务返回的决定",
                "the file \"" + path.value() + "\" is no whole decision (" + wrong + "); put a decision of the service"
                        + " there");
        return null;
    }

    private static boolean hasSections(ObjectNode decision) {
        for (Section section : Section.values()) {
            JsonNode answers = decision.get(section.member());
            if (answers == null
                    || !answers.isArray()
                    || !answers.valueStream().allMatch(one -> one.path("code").isString())) {
                return false;
            }
        }
        return true;
    }

    /** A request that names no day would be decided for the day of the replay. */
    private void checkDay(YamlMap map, @Nullable Expected expected) {
        YamlItem.Entry request = map.entries().get("request");
        if (request != null
                && expected != null
                && !(expected instanceof Expected.Refusal)
                && request.value() instanceof YamlMap facts
                && !facts.entries().containsKey("asOf")) {
            problems.add(
                    request.key(),
                    "请求缺少“asOf”；场景须写明决定日，任何一天重放结果才相同",
                    "the request has no \"asOf\"; name the day to decide for, so that the scenario comes out alike"
                            + " whenever it is replayed");
        }
    }

    private boolean exactlyOne(YamlMap map, YamlFields fields, String... keys) {
        List<YamlItem.Entry> there = new ArrayList<>();
        for (String key : keys) {
            if (fields.has(key)) {
                there.add(map.entries().get(key));
            }
        }
        if (there.size() == 1) {
            return true;
        }
        String choice = String.join(", ", keys);
        if (there.isEmpty()) {
            problems.add(map.place(), "缺少其一：" + choice + "，请补上", "one of " + choice + " is missing; add it");
        } else {
            problems.add(
                    there.get(1).key(),
                    "只能有其一：" + choice + "；请删去多余的",
                    "only one of " + choice + " may be there; delete the others");
        }
        return false;
    }

    private byte @Nullable [] bytes(YamlText path) throws IOException {
        Path referred = referred(path.value());
        if (referred == null) {
            problems.add(
                    path.place(),
                    "“" + path.value() + "”不在场景目录内；请写相对于本文件的路径，并把文件放在场景目录内",
                    "\"" + path.value()
                            + "\" lies outside of the scenarios' folder; write a path relative to this file,"
                            + " and keep the file in the folder");
            return null;
        }
        if (!Files.isRegularFile(referred)) {
            problems.add(
                    path.place(),
                    "没有文件“" + path.value() + "”；路径相对于本文件",
                    "there is no file \"" + path.value() + "\"; the path is relative to this file");
            return null;
        }
        return Files.readAllBytes(referred);
    }

    /** The file that a path relative to this one leads to; null where it leads out of the root. */
    private @Nullable Path referred(String path) throws IOException {
        try {
            Path base = file.toAbsolutePath().normalize().getParent();
            if (base == null || Path.of(path).isAbsolute()) {
                return null;
            }
            Path target = base.resolve(path).normalize();
            if (!target.startsWith(root.toAbsolutePath().normalize())) {
                return null;
            }
            // Links must not lead out either.
            return !Files.exists(target) || target.toRealPath().startsWith(root.toRealPath()) ? target : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
