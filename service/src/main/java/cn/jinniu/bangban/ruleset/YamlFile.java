package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file as maps, lists and text, and nothing cleverer: anchors, aliases, tags and repeated keys are problems,
 * and nothing is turned into numbers, dates or truth values behind its author's back.
 */
public final class YamlFile {
    private static final int DEEPEST = 12;

    private static final Pattern WIDE_COLON = Pattern.compile("^[\\s-]*[\\w-]+：");

    private final List<String> lines;
    private final FileProblems problems;

    private YamlFile(List<String> lines, FileProblems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** The file's outermost map; null, with problems added, where there is none. */
    static @Nullable YamlMap read(RulesetSource source, String file, List<RulesetProblem> all) {
        String text = source.text(file, all);
        return text == null ? null : map(file, text, all);
    }

    /** The outermost map of a file that lies elsewhere, given as its bytes; null, with problems added, where there is none. */
    public static @Nullable YamlMap read(String file, byte[] bytes, List<RulesetProblem> all) {
        String text = Utf8.decode(file, bytes, all);
        return text == null ? null : map(file, text, all);
    }

    private static @Nullable YamlMap map(String file, String text, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(file, all);
        YamlItem item = new YamlFile(text.lines().toList(), problems).read(text);
        if (item instanceof YamlMap map) {
            return map;
        }
        if (item != null) {
            problems.add(
                    item.place(),
                    "文件的最外层应为“名称: 内容”的形式",
                    "the outermost level of the file must consist of \"name: content\"");
        }
        return null;
    }

    /** Where a name on this line or the one before has a full-width colon; null where none has. Lines count from 0. */
    private @Nullable Place wideColon(int line) {
        for (int number = Math.min(line, lines.size() - 1); number >= Math.max(0, line - 1); number--) {
            Matcher name = WIDE_COLON.matcher(lines.get(number));
            if (name.find()) {
                return new Place(number + 1, name.end());
            }
        }
        return null;
    }

    private @Nullable YamlItem read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(Integer.MAX_VALUE);
        Yaml yaml = new Yaml(options);
        try {
            boolean plain = true;
            for (Event event : yaml.parse(new StringReader(text))) {
                plain &= isPlain(event);
            }
            if (!plain) {
                return null;
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                problems.add(0, 0, "文件没有内容", "the file is empty");
                return null;
            }
            return item(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            Place wide = mark == null ? null : wideColon(mark.getLine());
            if (wide != null) {
                problems.add(
                        wide,
                        "名称后面用了全角冒号“：”；请改为半角冒号加一个空格“: ”",
                        "the name is followed by a full-width colon; write a half-width one and a space");
                return null;
            }
            problems.add(
                    mark == null ? new Place(0, 0) : place(mark),
                    "不是有效的 YAML：请检查本行及上一行的缩进（只用空格）、冒号后的空格、引号是否成对（" + e.getProblem() + "）",
                    "no valid YAML: check the indentation (spaces only), the space behind colons and the quotes of"
                            + " this line and the one before (" + e.getProblem() + ")");
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            problems.add(
                    Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1,
                    0,
                    "本行含有不可见的控制字符；请删去",
                    "this line contains an invisible control character; delete it");
        } catch (YAMLException e) {
            problems.add(0, 0, "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
        }
        return null;
    }

    private boolean isPlain(Event event) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent start && start.getTag() != null;
        if (event instanceof AliasEvent || anchored || tagged) {
            problems.add(
                    place(event.getStartMark()),
                    "内容不能以 &、* 或 ! 开头（YAML 的锚点、引用、标签）；若是文字，请加引号",
                    "content cannot begin with &, * or ! (YAML's anchors, aliases, tags); put text in quotes");
            return false;
        }
        return true;
    }

    private YamlItem item(Node node) {
        Place place = place(node.getStartMark());
        if (node instanceof ScalarNode scalar) {
            String value = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
            int last = Math.min(lines.size(), scalar.getEndMark().getLine() + 1);
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            return new YamlText(place, value, plain, lines.subList(Math.min(place.line() - 1, last), last));
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlItem> items = new ArrayList<>();
            sequence.getValue().forEach(child -> items.add(item(child)));
            return new YamlList(place, items);
        }
        if (node instanceof MappingNode mapping) {
            return new YamlMap(place, entries(mapping));
        }
        throw new IllegalStateException("YAML has no further kind of node: " + node.getNodeId());
    }

    private Map<String, Entry> entries(MappingNode mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(
                        place,
                        "名称应为文字；若本行是以 { 或 [ 开头的句子，请加引号",
                        "a name must be text; put a sentence that begins with { or [ in quotes");
                continue;
            }
            Entry entry = new Entry(place, item(tuple.getValueNode()));
            if (entries.putIfAbsent(key.getValue(), entry) != null) {
                problems.add(
                        place,
                        "“" + key.getValue() + "”重复；请删去或改名",
                        "\"" + key.getValue() + "\" stands here twice; delete or rename one");
            }
        }
        return entries;
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
