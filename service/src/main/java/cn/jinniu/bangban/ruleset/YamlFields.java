package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one map while it is read. Each method gives null, with a problem added, for a field that is missing or
 * not of the asked kind; {@link #done} then finds the fields nobody asked for.
 */
public final class YamlFields {
    private final YamlMap map;
    private final FileProblems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    public YamlFields(YamlMap map, FileProblems problems) {
        this.map = map;
        this.problems = problems;
    }

    /** Whether the field is there, whatever is in it. */
    public boolean has(String key) {
        asked.add(key);
        return map.entries().containsKey(key);
    }

    /** Text that must be there and not blank. */
    public @Nullable YamlText text(String key) {
        YamlItem item = required(key);
        return item == null ? null : asText(key, item, problems);
    }

    /** Text that may be left out, but is not blank where it is there. */
    public @Nullable YamlText optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    /** Text in both languages, under the keys {@code keyZh} and {@code keyEn}, neither blank. */
    public @Nullable Text bothLanguages(String key) {
        YamlText zh = text(key + "Zh");
        YamlText en = text(key + "En");
        return zh == null || en == null
                ? null
                : new Text(zh.value().strip(), en.value().strip());
    }

    /** Any content that must be there. */
    public @Nullable YamlItem item(String key) {
        return required(key);
    }

    /** A map that must be there. */
    public @Nullable YamlMap map(String key) {
        YamlItem item = required(key);
        if (item == null || item instanceof YamlMap) {
            return (YamlMap) item;
        }
        problems.add(
                item.place(),
                "“" + key + "”下面应为“名称: 内容”的各行",
                "below \"" + key + "\" lines of \"name: content\" are wanted");
        return null;
    }

    /** A map that may be left out. */
    public @Nullable YamlMap optionalMap(String key) {
        return has(key) ? map(key) : null;
    }

    /** A list that must be there and not be empty. */
    public @Nullable List<YamlItem> list(String key) {
        YamlItem item = required(key);
        if (item == null) {
            return null;
        }
        if (item instanceof YamlList list && !list.items().isEmpty()) {
            return list.items();
        }
        problems.add(
                item.place(),
                "“" + key + "”应为至少一项的列表，每项以“- ”开头",
                "\"" + key + "\" must be a list of at least one item, each beginning with \"- \"");
        return null;
    }

    /** A list of texts that may be left out. */
    public List<YamlText> optionalTexts(String key) {
        List<YamlItem> items = has(key) ? list(key) : null;
        List<YamlText> texts = new ArrayList<>();
        for (YamlItem item : items == null ? List.<YamlItem>of() : items) {
            YamlText text = asText(key, item, problems);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Adds a problem for every field that was not asked for. */
    public void done() {
        for (Map.Entry<String, Entry> entry : map.entries().entrySet()) {
            String key = entry.getKey();
            if (!asked.contains(key)) {
                problems.add(
                        entry.getValue().key(),
                        "未知的名称“" + key + "”" + Nearest.hintZh(key, asked) + "；可用：" + String.join("、", asked),
                        "unknown name \"" + key + "\"" + Nearest.hintEn(key, asked) + "; known are "
                                + String.join(", ", asked));
            }
        }
    }

    /** An item as a map; null, with a problem added, where it is something else. */
    public static @Nullable YamlFields of(String what, YamlItem item, FileProblems problems) {
        if (item instanceof YamlMap map) {
            return new YamlFields(map, problems);
        }
        problems.add(
                item.place(),
                "“" + what + "”下面应为“名称: 内容”的各行",
                "below \"" + what + "\" lines of \"name: content\" are wanted");
        return null;
    }

    private @Nullable YamlItem required(String key) {
        asked.add(key);
        Entry entry = map.entries().get(key);
        if (entry == null) {
            problems.add(map.place(), "缺少“" + key + "”，请补上", "\"" + key + "\" is missing; add it");
            return null;
        }
        return entry.value();
    }

    private static @Nullable YamlText asText(String key, YamlItem item, FileProblems problems) {
        if (!(item instanceof YamlText text)) {
            problems.add(
                    item.place(),
                    "“" + key + "”应为文字；以 { 或 [ 开头的句子请加引号",
                    "\"" + key + "\" must be text; put a sentence that begins with { or [ in quotes");
            return null;
        }
        if (text.value().isBlank()) {
            problems.add(text.place(), "“" + key + "”不能为空", "\"" + key + "\" must not be empty");
            return null;
        }
        return text;
    }
}
