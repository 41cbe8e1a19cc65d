package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A decision, or single answers, on their way to JSON, as the contract shows them. */
public final class DecisionJson {
    private final JsonSink json;
    private final Messages messages;
    private final Language language;

    /**
     * @param json takes what is written; neither flushed nor closed
     * @param messages says each obligation and alert in a sentence
     * @param language the language of the messages
     */
    public DecisionJson(JsonGenerator json, Messages messages, Language language) {
        this(new GeneratorSink(json), messages, language);
    }

    DecisionJson(JsonSink json, Messages messages, Language language) {
        this.json = json;
        this.messages = messages;
        this.language = language;
    }

    void write(Decision decision, String decisionId) {
        json.beginObject();
        text(Member.DECISION_ID, decisionId);
        date(Member.AS_OF, decision.asOf());
        begin(Member.RULESET);
        word(Member.ID, decision.ruleset());
        word(Member.VERSION, decision.version());
        json.endObject();
        beginAll(Member.DETERMINATIONS);
        for (Determination determination : decision.determinations()) {
            determination(determination);
        }
        json.endArray();
        beginAll(Member.OBLIGATIONS);
        for (Obligation obligation : decision.obligations()) {
            obligation(obligation);
        }
        json.endArray();
        beginAll(Member.ALERTS);
        for (Alert alert : decision.alerts()) {
            alert(alert);
        }
        json.endArray();
        json.endObject();
    }

    public void determination(Determination determination) {
        json.beginObject();
        word(Member.CODE, determination.code());
        subject(determination.subject());
        value(determination.value());
        words(Member.GROUNDS, determination.grounds());
        word(Member.CLAUSE, determination.clause());
        word(Member.RULE, determination.rule());
        json.endObject();
    }

    public void obligation(Obligation obligation) {
        json.beginObject();
        text(Member.ID, obligation.id());
        word(Member.CODE, obligation.code());
        word(Member.CLAUSE, obligation.clause());
        word(Member.RULE, obligation.rule());
        word(Member.BEARER, obligation.bearer());
        text(Member.ASSIGNEE, obligation.assignee());
        subject(obligation.subject());
        text(Member.PERIOD, obligation.period());
        date(Member.DUE, obligation.due());
        word(Member.STATUS, obligation.status().name());
        date(Member.FULFILLED_ON, obligation.fulfilledOn());
        json.name(Member.DAYS_LATE);
        json.number(obligation.daysLate());
        words(Member.ATTENDEES, obligation.attendees());
        json.name(Member.PROVISIONAL);
        json.truth(obligation.provisional());
        json.name(Member.MESSAGE);
        messages.say(obligation, language, json.beginSentence());
        json.endSentence();
        json.endObject();
    }

    public void alert(Alert alert) {
        Obligation obligation = alert.obligation();
        json.beginObject();
        text(Member.ID, alert.id());
        word(Member.CODE, alert.code());
        word(Member.SEVERITY, alert.severity().name());
        words(Member.ADDRESSEES, alert.addressees());
        subject(alert.subject());
        text(Member.OBLIGATION, obligation == null ? null : obligation.id());
        word(Member.CLAUSE, alert.clause());
        json.name(Member.MESSAGE);
        messages.say(alert, language, json.beginSentence());
        json.endSentence();
        json.endObject();
    }

    private void subject(Subject subject) {
        begin(Member.SUBJECT);
        word(Member.TYPE, subject.type());
        text(Member.ID, subject.id());
        json.endObject();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.name(Member.VALUE);
            json.truth(truth);
        } else if (value == null || value instanceof String) {
            text(Member.VALUE, (String) value);
        } else {
            throw new IllegalArgumentException("a determination's value must be a boolean, a string or null: " + value);
        }
    }

    private void text(Member member, @Nullable CharSequence value) {
        json.name(member);
        if (value == null) {
            json.nothing();
        } else {
            json.text(value);
        }
    }

    private void word(Member member, String value) {
        json.name(member);
        json.word(value);
    }

    private void date(Member member, @Nullable LocalDate value) {
        json.name(member);
        if (value == null) {
            json.nothing();
        } else {
            json.date(value);
        }
    }

    private void words(Member member, @Nullable List<String> values) {
        json.name(member);
        if (values == null) {
            json.nothing();
            return;
        }
        json.beginArray();
        for (String value : values) {
            json.word(value);
        }
        json.endArray();
    }

    private void begin(Member member) {
        json.name(member);
        json.beginObject();
    }

    private void beginAll(Member member) {
        json.name(member);
        json.beginArray();
    }
}
