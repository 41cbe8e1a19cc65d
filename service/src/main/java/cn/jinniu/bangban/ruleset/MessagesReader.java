package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.Catalogue.Defaults;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import cn.jinniu.bangban.text.Text;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the messages of the catalogue: the shared ones, and those a code has of its own. */
final class MessagesReader {
    private static final Set<Placeholder> IN_LABELS =
            EnumSet.of(Placeholder.SUBJECT_TYPE, Placeholder.ID, Placeholder.NAME);
    private static final Set<Placeholder> CERTAIN_IN_LABELS = EnumSet.of(Placeholder.SUBJECT_TYPE, Placeholder.ID);

    private static final Set<Placeholder> IN_ALERTS =
            EnumSet.complementOf(EnumSet.of(Placeholder.ID, Placeholder.NAME));
    private static final Set<Placeholder> IN_OBLIGATIONS =
            without(IN_ALERTS, Placeholder.ALERT, Placeholder.SEVERITY, Placeholder.ADDRESSEES, Placeholder.UNIT);
    /** An act is said within a message, and {@code about} depends on it, so it can contain neither. */
    private static final Set<Placeholder> IN_ACTS = without(IN_OBLIGATIONS, Placeholder.ACT, Placeholder.ABOUT);

    private static final Template NOTHING = new Template(List.of(), Set.of());
    private static final Bilingual SILENCE = new Bilingual(NOTHING, NOTHING);

    private final FileProblems problems;

    MessagesReader(FileProblems problems) {
        this.problems = problems;
    }

    private static Set<Placeholder> without(Set<Placeholder> all, Placeholder... left) {
        Set<Placeholder> rest = EnumSet.copyOf(all);
        rest.removeAll(List.of(left));
        return rest;
    }

    /** Stands in for the shared messages where the file has none, which is a problem already. */
    Defaults noDefaults() {
        Map<MessageKind, Bilingual> silence = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            silence.put(kind, SILENCE);
        }
        return new Defaults(SILENCE, SILENCE, new Text("", ""), silence, silence);
    }

    Defaults defaults(YamlFields fields) {
        Bilingual act = both(fields, "act", IN_ACTS, MessageKind.certainForAct());
        Bilingual label = both(fields, "label", IN_LABELS, CERTAIN_IN_LABELS);
        Text provisional = fields.bothLanguages("provisional");
        Defaults none = noDefaults();
        Map<MessageKind, Bilingual> obligations = new EnumMap<>(none.obligations());
        Map<MessageKind, Bilingual> alerts = new EnumMap<>(none.alerts());
        readOfObligation(fields.map("obligations"), obligations, true);
        readOfAlert(fields.map("alerts"), alerts, true);
        fields.done();
        return new Defaults(act, label, provisional == null ? none.provisional() : provisional, obligations, alerts);
    }

    /** A code's act phrase, or the shared one. */
    Bilingual act(YamlFields fields, Bilingual shared) {
        return fields.has("actZh") || fields.has("actEn")
                ? both(fields, "act", IN_ACTS, MessageKind.certainForAct())
                : shared;
    }

    /** A subject type's label, or the shared one. */
    Bilingual label(YamlFields fields, Bilingual shared) {
        return fields.has("labelZh") || fields.has("labelEn")
                ? both(fields, "label", IN_LABELS, CERTAIN_IN_LABELS)
                : shared;
    }

    Map<MessageKind, Bilingual> ownOfObligation(YamlFields fields, Map<MessageKind, Bilingual> shared) {
        Map<MessageKind, Bilingual> own = new EnumMap<>(shared);
        readOfObligation(fields.optionalMap("messages"), own, false);
        return own;
    }

    Map<MessageKind, Bilingual> ownOfAlert(YamlFields fields, Map<MessageKind, Bilingual> shared) {
        Map<MessageKind, Bilingual> own = new EnumMap<>(shared);
        readOfAlert(fields.optionalMap("messages"), own, false);
        return own;
    }

    private void readOfObligation(@Nullable YamlMap map, Map<MessageKind, Bilingual> into, boolean all) {
        read(map, MessageKind.OF_OBLIGATIONS, IN_OBLIGATIONS, MessageKind::certainForObligation, into, all);
    }

    private void readOfAlert(@Nullable YamlMap map, Map<MessageKind, Bilingual> into, boolean all) {
        Set<MessageKind> kinds = EnumSet.allOf(MessageKind.class);
        read(map, kinds, IN_ALERTS, MessageKind::certainForAlert, into, all);
    }

    private void read(
            @Nullable YamlMap map,
            Set<MessageKind> kinds,
            Set<Placeholder> allowed,
            Function<MessageKind, Set<Placeholder>> certain,
            Map<MessageKind, Bilingual> into,
            boolean all) {
        if (map == null) {
            return;
        }
        YamlFields fields = new YamlFields(map, problems);
        for (MessageKind kind : kinds) {
            YamlMap texts = all ? fields.map(kind.word()) : fields.optionalMap(kind.word());
            if (texts != null) {
                YamlFields languages = new YamlFields(texts, problems);
                into.put(kind, both(languages.text("zh"), languages.text("en"), allowed, certain.apply(kind)));
                languages.done();
            }
        }
        fields.done();
    }

    private Bilingual both(YamlFields fields, String key, Set<Placeholder> allowed, Set<Placeholder> certain) {
        return both(fields.text(key + "Zh"), fields.text(key + "En"), allowed, certain);
    }

    private Bilingual both(
            @Nullable YamlText zh, @Nullable YamlText en, Set<Placeholder> allowed, Set<Placeholder> certain) {
        return new Bilingual(parse(zh, allowed, certain), parse(en, allowed, certain));
    }

    private Template parse(@Nullable YamlText text, Set<Placeholder> allowed, Set<Placeholder> certain) {
        return text == null ? NOTHING : TemplateParser.parse(text, allowed, certain, problems);
    }
}
