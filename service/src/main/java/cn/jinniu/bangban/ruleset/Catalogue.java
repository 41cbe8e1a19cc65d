package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.text.Literals;
import cn.jinniu.bangban.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The codes answers use, with their names and messages, in the file's order. Immutable. */
public final class Catalogue {
    static final String FILE = "catalogue.yaml";

    /**
     * A kind of determination.
     *
     * @param grounds names of its grounds by code, in the order answers list them
     */
    public record DeterminationCode(String code, Text name, Map<String, Text> grounds) {}

    /** What a code is called and what is said for it. */
    record Entry(Text name, Map<MessageKind, Bilingual> messages) {}

    /** An obligation's entry; its act is what its bearer is to do. */
    record ObligationEntry(Entry entry, Bilingual act) {}

    record SubjectType(Text name, Bilingual label) {}

    /** What is said where a code does not say it in its own way. */
    record Defaults(
            Bilingual act,
            Bilingual label,
            Text provisional,
            Map<MessageKind, Bilingual> obligations,
            Map<MessageKind, Bilingual> alerts) {}

    private final String rulesetId;
    private final Map<String, DeterminationCode> determinations;
    private final Map<String, ObligationEntry> obligations;
    private final Map<String, Entry> alerts;
    private final Map<String, SubjectType> subjectTypes;
    private final Map<Status, Text> statuses;
    private final Map<Severity, Text> severities;
    private final Defaults defaults;

    Catalogue(
            String rulesetId,
            Map<String, DeterminationCode> determinations,
            Map<String, ObligationEntry> obligations,
            Map<String, Entry> alerts,
            Map<String, SubjectType> subjectTypes,
            Map<Status, Text> statuses,
            Map<Severity, Text> severities,
            Defaults defaults) {
        this.rulesetId = rulesetId;
        this.determinations = Collections.unmodifiableMap(determinations);
        this.obligations = Literals.map(obligations);
        this.alerts = Literals.map(alerts);
        this.subjectTypes = Literals.map(subjectTypes);
        this.statuses = Collections.unmodifiableMap(statuses);
        this.severities = Collections.unmodifiableMap(severities);
        this.defaults = defaults;
    }

    /** What the ruleset is called, whatever its version. */
    public String rulesetId() {
        return rulesetId;
    }

    /** All determinations by code. */
    public Map<String, DeterminationCode> determinations() {
        return determinations;
    }

    /** Names of all obligations by code. */
    public Map<String, Text> obligations() {
        Map<String, Text> names = new LinkedHashMap<>();
        obligations.forEach((code, obligation) -> names.put(code, obligation.entry.name));
        return names;
    }

    /** Names of all alerts by code. */
    public Map<String, Text> alerts() {
        Map<String, Text> names = new LinkedHashMap<>();
        alerts.forEach((code, alert) -> names.put(code, alert.name));
        return names;
    }

    /** Names of the types a subject can be of. */
    public Map<String, Text> subjectTypes() {
        Map<String, Text> names = new LinkedHashMap<>();
        subjectTypes.forEach((type, subjectType) -> names.put(type, subjectType.name));
        return names;
    }

    /** What each status is called. */
    public Map<Status, Text> statuses() {
        return statuses;
    }

    /** What each severity is called. */
    public Map<Severity, Text> severities() {
        return severities;
    }

    /** The entry of an obligation; one with the shared messages for a code that has none. */
    ObligationEntry obligation(String code) {
        ObligationEntry entry = obligations.get(code);
        return entry != null
                ? entry
                : new ObligationEntry(new Entry(new Text(code, code), defaults.obligations), defaults.act);
    }

    /** The entry of an alert; one with the shared messages for a code that has none. */
    Entry alert(String code) {
        Entry entry = alerts.get(code);
        return entry != null ? entry : new Entry(new Text(code, code), defaults.alerts);
    }

    /** The type of a subject; one named by its word where the catalogue does not know it. */
    SubjectType subjectType(String word) {
        SubjectType type = subjectTypes.get(word);
        return type != null ? type : new SubjectType(new Text(word, word), defaults.label);
    }

    Text provisional() {
        return defaults.provisional;
    }
}
