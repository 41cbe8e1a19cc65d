package cn.jinniu.bangban.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a request and the decision on it as a scenario file: all answers are expected, and no others. */
public final class ScenarioWriter {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WIDTH = 110;

    private final StringBuilder out = new StringBuilder();
    private final Yaml yaml = yaml();

    private ScenarioWriter() {}

    /**
     * The text of a scenario file.
     *
     * @param request names its day
     * @param decision on it
     * @param known clauses that scenarios may name, in order; the first stands for none, for a scenario has to show one
     * @param note what a reader should know beside it
     */
    public static String write(ObjectNode request, ObjectNode decision, List<String> known, String note) {
        ScenarioWriter writer = new ScenarioWriter();
        writer.head(decision, known, note);
        writer.request(request);
        writer.expect(decision);
        return writer.out.toString();
    }

    /** Quotes what would be read as something else than a string, and nothing more: days and months are strings. */
    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setWidth(WIDTH);
        options.setAllowUnicode(true);
        LoaderOptions loading = new LoaderOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(options), options, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
                addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+"), "-+0123456789");
                addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL|"), "~nN\0");
                addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
            }
        });
    }

    private void head(ObjectNode decision, List<String> known, String note) {
        LocalDate day = LocalDate.parse(decision.path("asOf").asString());
        int obligations = decision.path("obligations").size();
        int alerts = decision.path("alerts").size();
        long overdue = decision.path("obligations")
                .valueStream()
                .filter(one -> one.path("status").asString("").equals("OVERDUE"))
                .count();
        line(
                "title",
                DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT).format(day) + "，" + obligations + "项义务"
                        + (overdue == 0 ? "" : "，其中" + overdue + "项逾期") + "，" + alerts + "项提醒");
        line(
                "titleEn",
                "On "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                                .format(day) + " there are "
                        + obligations + " obligations" + (overdue == 0 ? "" : ", " + overdue + " of them overdue")
                        + ", and " + alerts + " alerts");
        Set<String> clauses = new LinkedHashSet<>();
        for (Section section : Section.values()) {
            decision.path(section.member())
                    .forEach(one -> clauses.add(one.path("clause").asString("")));
        }
        List<String> shown = known.stream().filter(clauses::contains).toList();
        line("clauses", shown.isEmpty() ? known.subList(0, 1) : shown);
        line("note", note);
    }

    private void request(ObjectNode request) {
        out.append("request:\n");
        for (Map.Entry<String, JsonNode> member : request.properties()) {
            if (member.getValue().isArray()) {
                items(
                        "  ",
                        member.getKey(),
                        member.getValue()
                                .valueStream()
                                .map(ScenarioWriter::plain)
                                .toList());
            } else if (member.getValue().isObject()) {
                out.append("  ").append(member.getKey()).append(":");
                out.append(member.getValue().isEmpty() ? " {}\n" : "\n");
                member.getValue()
                        .properties()
                        .forEach(part -> items(
                                "    ",
                                part.getKey(),
                                part.getValue()
                                        .valueStream()
                                        .map(ScenarioWriter::plain)
                                        .toList()));
            } else {
                out.append("  ");
                line(member.getKey(), plain(member.getValue()));
            }
        }
    }

    private void expect(ObjectNode decision) {
        out.append("expect:\n");
        for (Section section : Section.values()) {
            List<Object> answers = new ArrayList<>();
            decision.path(section.member()).forEach(one -> answers.add(answer(section, one)));
            if (!answers.isEmpty()) {
                items("  ", section.member(), answers);
            }
        }
        out.append("  others: none\n");
    }

    /** What is worth expecting of an answer: all that says something. */
    private static Map<String, Object> answer(Section section, JsonNode answer) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        boolean named = answer.has("id");
        for (String field : section.fields()) {
            JsonNode value = answer.path(field);
            boolean follows = named && section.identifying().contains(field) && !field.equals("id");
            boolean usual = value.isMissingNode()
                    || value.isNull() && !field.equals("value")
                    || field.equals("rule")
                    || field.equals("message")
                    || field.equals("daysLate") && value.asInt() == 0
                    || field.equals("provisional") && !value.asBoolean();
            if (!follows && !usual) {
                wanted.put(field, plain(value));
            }
        }
        return wanted;
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    private void items(String indent, String name, List<?> items) {
        out.append(indent).append(name).append(items.isEmpty() ? ": []\n" : ":\n");
        for (Object item : items) {
            out.append(indent).append("  - ");
            flow(indent + "    ", item);
        }
    }

    private void line(String name, Object value) {
        out.append(name).append(": ");
        flow("  ", value);
    }

    private void flow(String indent, Object value) {
        out.append(yaml.dump(value).strip().replaceAll("\n *", "\n" + indent + "  "))
                .append('\n');
    }
}
