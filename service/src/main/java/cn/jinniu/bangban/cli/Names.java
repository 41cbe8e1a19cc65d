package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things are called in a person's language; by their codes where nothing is known of them. */
final class Names {
    private final Map<String, Unit> units;
    private final Language language;
    final Catalogue catalogue;

    Names(RulesetData data, Language language) {
        this.catalogue = data.catalogue();
        this.units = data.directory().units();
        this.language = language;
    }

    /** A determination's value. */
    String value(@Nullable Object value) {
        if (value == null) {
            return say("无", "none");
        }
        if (value instanceof Boolean truth) {
            return truth ? say("是", "yes") : say("否", "no");
        }
        return unit(value.toString());
    }

    String subject(Subject subject) {
        Unit unit = units.get(subject.id());
        String called = subject.name() != null ? subject.name() : unit == null ? null : unit(subject.id());
        return called == null ? subject.id() : called + say("（", " (") + subject.id() + say("）", ")");
    }

    String unit(String id) {
        Unit unit = units.get(id);
        return unit == null ? id : language == Language.ZH ? unit.nameZh() : unit.nameEn();
    }

    <K> String of(Map<K, Text> names, K key) {
        Text name = names.get(key);
        return name == null ? key.toString() : name.in(language);
    }

    String in(Text text) {
        return text.in(language);
    }

    String comma() {
        return say("、", ", ");
    }

    String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
