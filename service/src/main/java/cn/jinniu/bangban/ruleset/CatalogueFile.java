package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.ruleset.Catalogue.Defaults;
import cn.jinniu.bangban.ruleset.Catalogue.DeterminationCode;
import cn.jinniu.bangban.ruleset.Catalogue.Entry;
import cn.jinniu.bangban.ruleset.Catalogue.ObligationEntry;
import cn.jinniu.bangban.ruleset.Catalogue.SubjectType;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue of codes. */
final class CatalogueFile {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern SUBJECT_TYPE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final FileProblems problems;
    private final MessagesReader messages;

    private CatalogueFile(FileProblems problems) {
        this.problems = problems;
        this.messages = new MessagesReader(problems);
    }

    static Catalogue read(RulesetSource source, List<RulesetProblem> all) {
        YamlMap map = YamlFile.read(source, Catalogue.FILE, all);
        return new CatalogueFile(new FileProblems(Catalogue.FILE, all)).catalogue(map);
    }

    private Catalogue catalogue(@Nullable YamlMap map) {
        if (map == null) {
            return new Catalogue("", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), messages.noDefaults());
        }
        YamlFields fields = new YamlFields(map, problems);
        YamlMap shared = fields.map("defaults");
        Defaults defaults =
                shared == null ? messages.noDefaults() : messages.defaults(new YamlFields(shared, problems));
        YamlText rulesetId = fields.text("ruleset");
        Catalogue catalogue = new Catalogue(
                rulesetId == null ? "" : rulesetId.value(),
                entries(fields.map("determinations"), CODE, this::determination),
                entries(fields.map("obligations"), CODE, (code, entry) -> obligation(entry, defaults)),
                entries(fields.map("alerts"), CODE, (code, entry) -> alert(entry, defaults)),
                entries(fields.map("subjectTypes"), SUBJECT_TYPE, (type, entry) -> subjectType(entry, defaults)),
                names(fields.map("statuses"), Status.class),
                names(fields.map("severities"), Severity.class),
                defaults);
        fields.done();
        return catalogue;
    }

    private @Nullable DeterminationCode determination(String code, YamlFields fields) {
        Text name = fields.bothLanguages("name");
        Map<String, Text> grounds =
                entries(fields.map("grounds"), CODE, (ground, entry) -> entry.bothLanguages("name"));
        return name == null ? null : new DeterminationCode(code, name, grounds);
    }

    private @Nullable ObligationEntry obligation(YamlFields fields, Defaults defaults) {
        Text name = fields.bothLanguages("name");
        Bilingual act = messages.act(fields, defaults.act());
        Map<MessageKind, Bilingual> own = messages.ownOfObligation(fields, defaults.obligations());
        return name == null ? null : new ObligationEntry(new Entry(name, own), act);
    }

    private @Nullable Entry alert(YamlFields fields, Defaults defaults) {
        Text name = fields.bothLanguages("name");
        Map<MessageKind, Bilingual> own = messages.ownOfAlert(fields, defaults.alerts());
        return name == null ? null : new Entry(name, own);
    }

    private @Nullable SubjectType subjectType(YamlFields fields, Defaults defaults) {
        Text name = fields.bothLanguages("name");
        Bilingual label = messages.label(fields, defaults.label());
        return name == null ? null : new SubjectType(name, label);
    }

    /** Names of all words of an enum, of which none may be missing. */
    private <E extends Enum<E>> Map<E, Text> names(@Nullable YamlMap map, Class<E> type) {
        Map<E, Text> names = new EnumMap<>(type);
        if (map == null) {
            return names;
        }
        YamlFields fields = new YamlFields(map, problems);
        for (E word : type.getEnumConstants()) {
            YamlMap entry = fields.map(word.name());
            if (entry != null) {
                YamlFields named = new YamlFields(entry, problems);
                Text name = named.bothLanguages("name");
                named.done();
                if (name != null) {
                    names.put(word, name);
                }
            }
        }
        fields.done();
        return names;
    }

    /** Reads each entry of a map that goes by codes; what cannot be read is left out. */
    private <T> Map<String, T> entries(
            @Nullable YamlMap map, Pattern shape, BiFunction<String, YamlFields, @Nullable T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        if (map == null) {
            return read;
        }
        map.entries().forEach((code, entry) -> {
            if (!shape.matcher(code).matches()) {
                problems.add(
                        entry.key(),
                        "代号“" + code + "”的写法不对；代码用大写字母、数字和下划线，对象类型用英文字母并以小写开头",
                        "\"" + code + "\" is not written as a code; codes are capital letters, digits and underscores,"
                                + " subject types are letters that begin with a small one");
            }
            YamlFields fields = YamlFields.of(code, entry.value(), problems);
            if (fields != null) {
                T value = reader.apply(code, fields);
                fields.done();
                if (value != null) {
                    read.put(code, value);
                }
            }
        });
        return read;
    }
}
