package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.Template.Group;
import cn.jinniu.bangban.ruleset.Template.Literal;
import cn.jinniu.bangban.ruleset.Template.Segment;
import cn.jinniu.bangban.ruleset.Template.Slot;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parses one message, and says where it is wrong. */
final class TemplateParser {
    private final YamlText text;
    private final String message;
    private final Set<Placeholder> allowed;
    private final Set<Placeholder> certain;
    private final FileProblems problems;
    private final Set<Placeholder> mentioned = EnumSet.noneOf(Placeholder.class);
    private int at;

    private TemplateParser(YamlText text, Set<Placeholder> allowed, Set<Placeholder> certain, FileProblems problems) {
        this.text = text;
        this.message = text.value().strip();
        this.allowed = allowed;
        this.certain = certain;
        this.problems = problems;
    }

    /**
     * @param allowed what the message may speak of
     * @param certain what it may speak of outside brackets, because it always has something to say
     */
    static Template parse(YamlText text, Set<Placeholder> allowed, Set<Placeholder> certain, FileProblems problems) {
        TemplateParser parser = new TemplateParser(text, allowed, certain, problems);
        List<Segment> segments = parser.segments(false);
        return new Template(segments, parser.mentioned);
    }

    private List<Segment> segments(boolean inGroup) {
        List<Segment> segments = new ArrayList<>();
        int from = at;
        while (at < message.length()) {
            char c = message.charAt(at);
            if (c == '｛' || c == '｝') {
                wide(c);
            }
            if ("{}[]".indexOf(c) < 0) {
                at++;
                continue;
            }
            literal(segments, from);
            if (c == ']' && inGroup) {
                return segments;
            }
            switch (c) {
                case '{' -> slot(segments, inGroup);
                case '[' -> group(segments);
                default -> {
                    unbalanced(c);
                    at++;
                }
            }
            from = at;
        }
        literal(segments, from);
        return segments;
    }

    private void literal(List<Segment> segments, int from) {
        if (at > from) {
            segments.add(new Literal(message.substring(from, at)));
        }
    }

    private void group(List<Segment> segments) {
        int open = at++;
        List<Segment> inner = segments(true);
        if (at == message.length()) {
            at = open;
            unbalanced('[');
            at = message.length();
        } else {
            at++;
        }
        if (inner.stream().noneMatch(Slot.class::isInstance)) {
            problems.add(
                    text.placeOf("[", count("[", open)),
                    "方括号里没有占位符，无法决定何时省略；请去掉方括号，或改用（）、【】",
                    "nothing in these brackets decides when to leave them out; drop them, or use ( )");
        }
        segments.add(new Group(inner));
    }

    private void slot(List<Segment> segments, boolean inGroup) {
        int close = message.indexOf('}', at);
        int next = message.indexOf('{', at + 1);
        if (close < 0 || next >= 0 && next < close) {
            unbalanced('{');
            at++;
            return;
        }
        String written = message.substring(at, close + 1);
        String word = written.substring(1, written.length() - 1);
        Place place = text.placeOf(written, count(written, at));
        Placeholder placeholder = Placeholder.byWord().get(word);
        at = close + 1;
        if (placeholder == null || !allowed.contains(placeholder)) {
            List<String> words = allowed.stream().map(Placeholder::word).toList();
            problems.add(
                    place,
                    "这里没有占位符 " + written + Nearest.hintZh(word, words) + "；可用：" + String.join("、", words),
                    "there is no placeholder " + written + " here" + Nearest.hintEn(word, words) + "; known are "
                            + String.join(", ", words));
            return;
        }
        if (!inGroup && !certain.contains(placeholder)) {
            problems.add(
                    place,
                    written + " 可能没有内容；请把它和前后的字一起放进方括号，例如 [，" + written + "]，没有内容时整段省略",
                    written + " may have nothing to say; put it and the words around it in brackets, for example [, "
                            + written + "], to be left out then");
        }
        mentioned.add(placeholder);
        segments.add(new Slot(placeholder));
    }

    /** As a Chinese input method types them; they would be read out as they stand. */
    private void wide(char c) {
        String piece = String.valueOf(c);
        problems.add(
                text.placeOf(piece, count(piece, at)),
                "“" + c + "”是全角的；占位符用半角花括号，写成 {名称}",
                "\"" + c + "\" is full-width; placeholders have half-width braces, as in {name}");
    }

    private void unbalanced(char c) {
        String piece = String.valueOf(c);
        problems.add(
                text.placeOf(piece, count(piece, at)),
                "“" + c + "”没有成对；占位符写成 {名称}，可省略的部分放在 [ ] 里",
                "\"" + c + "\" has no partner; write placeholders as {name} and what can be left out in [ ]");
    }

    /** How often a piece occurs before a place of the message. */
    private int count(String piece, int before) {
        int count = 0;
        for (int i = message.indexOf(piece); i >= 0 && i < before; i = message.indexOf(piece, i + 1)) {
            count++;
        }
        return count;
    }
}
