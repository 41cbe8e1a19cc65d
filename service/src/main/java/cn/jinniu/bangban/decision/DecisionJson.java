package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A decision, or single answers, on their way to JSON, as the contract shows them. */
public final class DecisionJson {
    private final JsonGenerator json;
    private final Messages messages;
    private final Language language;

    /**
     * @param json takes what is written; neither flushed nor closed
     * @param messages says each obligation and alert in a sentence
     * @param language the language of the messages
     */
    public DecisionJson(JsonGenerator json, Messages messages, Language language) {
        this.json = json;
        this.messages = messages;
        this.language = language;
    }

    void write(Decision decision, String decisionId) {
        json.writeStartObject();
        text(Member.DECISION_ID, decisionId);
        text(Member.AS_OF, decision.asOf());
        begin(Member.RULESET);
        text(Member.ID, decision.ruleset());
        text(Member.VERSION, decision.version());
        json.writeEndObject();
        name(Member.DETERMINATIONS).writeStartArray();
        decision.determinations().forEach(this::determination);
        json.writeEndArray();
        name(Member.OBLIGATIONS).writeStartArray();
        decision.obligations().forEach(this::obligation);
        json.writeEndArray();
        name(Member.ALERTS).writeStartArray();
        decision.alerts().forEach(this::alert);
        json.writeEndArray();
        json.writeEndObject();
    }

    public void determination(Determination determination) {
        json.writeStartObject();
        text(Member.CODE, determination.code());
        subject(determination.subject());
        value(determination.value());
        texts(Member.GROUNDS, determination.grounds());
        text(Member.CLAUSE, determination.clause());
        text(Member.RULE, determination.rule());
        json.writeEndObject();
    }

    public void obligation(Obligation obligation) {
        json.writeStartObject();
        text(Member.ID, obligation.id());
        text(Member.CODE, obligation.code());
        text(Member.CLAUSE, obligation.clause());
        text(Member.RULE, obligation.rule());
        text(Member.BEARER, obligation.bearer());
        text(Member.ASSIGNEE, obligation.assignee());
        subject(obligation.subject());
        text(Member.PERIOD, obligation.period());
        text(Member.DUE, obligation.due());
        text(Member.STATUS, obligation.status());
        text(Member.FULFILLED_ON, obligation.fulfilledOn());
        name(Member.DAYS_LATE).writeNumber(obligation.daysLate());
        texts(Member.ATTENDEES, obligation.attendees());
        name(Member.PROVISIONAL).writeBoolean(obligation.provisional());
        text(Member.MESSAGE, messages.of(obligation, language));
        json.writeEndObject();
    }

    public void alert(Alert alert) {
        json.writeStartObject();
        text(Member.ID, alert.id());
        text(Member.CODE, alert.code());
        text(Member.SEVERITY, alert.severity());
        texts(Member.ADDRESSEES, alert.addressees());
        subject(alert.subject());
        text(
                Member.OBLIGATION,
                alert.obligation() == null ? null : alert.obligation().id());
        text(Member.CLAUSE, alert.clause());
        text(Member.MESSAGE, messages.of(alert, language));
        json.writeEndObject();
    }

    private void subject(Subject subject) {
        begin(Member.SUBJECT);
        text(Member.TYPE, subject.type());
        text(Member.ID, subject.id());
        json.writeEndObject();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            name(Member.VALUE).writeBoolean(truth);
        } else if (value == null || value instanceof String) {
            text(Member.VALUE, value);
        } else {
            throw new IllegalArgumentException("a determination's value must be a boolean, a string or null: " + value);
        }
    }

    /** Writes a value as its text: dates in ISO form, words by their names. */
    private void text(Member member, @Nullable Object value) {
        name(member);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private void texts(Member member, @Nullable List<String> values) {
        name(member);
        if (values == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void begin(Member member) {
        name(member).writeStartObject();
    }

    private JsonGenerator name(Member member) {
        return json.writeName(member.encoded());
    }
}
