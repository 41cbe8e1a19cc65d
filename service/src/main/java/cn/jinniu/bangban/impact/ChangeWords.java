package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.impact.Change.AnswerKind;
import cn.jinniu.bangban.impact.Change.RulePlace;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a change in the words of people. */
public final class ChangeWords {
    private static final Map<String, Text> FIELDS = Map.ofEntries(
            Map.entry("bearer", new Text("承担单位", "bearer")),
            Map.entry("due", new Text("期限", "due")),
            Map.entry("status", new Text("状态", "status")),
            Map.entry("fulfilledOn", new Text("履行日", "fulfilled on")),
            Map.entry("daysLate", new Text("迟延天数", "days late")),
            Map.entry("provisional", new Text("暂定", "provisional")),
            Map.entry("assignee", new Text("承办人", "assignee")),
            Map.entry("attendees", new Text("参会单位", "attendees")),
            Map.entry("clause", new Text("条款", "clause")),
            Map.entry("value", new Text("认定", "value")),
            Map.entry("grounds", new Text("依据", "grounds")),
            Map.entry("severity", new Text("程度", "severity")),
            Map.entry("addressees", new Text("提醒对象", "addressees")),
            Map.entry("rule", new Text("规则名", "rule")),
            Map.entry("message", new Text("句子", "message")),
            Map.entry("outcome", new Text("结果", "outcome")));

    private final Names names;

    public ChangeWords(Side before, Side after) {
        this.names = new Names(before, after);
    }

    /** Where a request came from, and what happens in it. */
    public static String heading(ChangedCase one, Language language) {
        String place = one.line() == 0 ? one.source() : one.source() + ":" + one.line();
        String day = one.asOf() == null ? "" : " (" + one.asOf() + ")";
        Text title = one.title();
        return place + day + (title == null ? "" : " " + title.in(language));
    }

    /** Which answer, and in what respect it changes. */
    public String what(Change change, Language language) {
        String aspects = change.aspects().stream()
                .map(aspect -> aspect.label().in(language))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        String answer = change.answer() == AnswerKind.REQUEST
                ? Names.kind(change.answer()).in(language)
                : names.code(change.answer(), change.code()).in(language) + " " + change.id();
        return aspects + (language == Language.ZH ? "：" : ": ") + answer;
    }

    /** What differs, a field a line. */
    public List<String> fields(Change change, Language language) {
        List<String> lines = new ArrayList<>();
        boolean whole =
                change.aspects().contains(Aspect.ADDED) || change.aspects().contains(Aspect.REMOVED);
        for (Change.FieldChange field : change.fields()) {
            String name = FIELDS.getOrDefault(field.field(), new Text(field.field(), field.field()))
                    .in(language);
            String colon = language == Language.ZH ? "：" : ": ";
            String only = field.after() == null ? field.before() : field.after();
            lines.add(whole ? name + colon + only : name + colon + said(field.before()) + " → " + said(field.after()));
        }
        return lines;
    }

    /** Which rule gave it before, and which gives it now. */
    public static List<String> rules(Change change, Language language) {
        List<String> lines = new ArrayList<>();
        RulePlace before = change.before();
        RulePlace after = change.after();
        boolean zh = language == Language.ZH;
        if (before != null && before.equals(after)) {
            lines.add((zh ? "规则：" : "rule: ") + place(before));
            return lines;
        }
        if (before != null) {
            lines.add((zh ? "原规则：" : "rule before: ") + place(before));
        }
        if (after != null) {
            lines.add((zh ? "现规则：" : "rule now: ") + place(after));
        }
        return lines;
    }

    private static String place(RulePlace rule) {
        return rule.name() + " (" + rule.file() + ":" + rule.line() + ")";
    }

    private static String said(@Nullable String value) {
        return value == null ? "—" : value;
    }
}
