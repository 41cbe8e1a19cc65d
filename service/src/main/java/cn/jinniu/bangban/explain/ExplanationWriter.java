package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.DecisionJson;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.explain.model.Attempt;
import cn.jinniu.bangban.explain.model.Because;
import cn.jinniu.bangban.explain.model.Change;
import cn.jinniu.bangban.explain.model.ConditionShown;
import cn.jinniu.bangban.explain.model.CountShown;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.FactShown;
import cn.jinniu.bangban.explain.model.Failing;
import cn.jinniu.bangban.explain.model.FieldShown;
import cn.jinniu.bangban.explain.model.Given;
import cn.jinniu.bangban.explain.model.LookUpShown;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Origin;
import cn.jinniu.bangban.explain.model.ParameterShown;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.model.RuleShown;
import cn.jinniu.bangban.explain.model.Turn;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes explanations as compact JSON in UTF-8; answers are written as decisions write them. */
public final class ExplanationWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Messages messages;

    /** @param messages says each obligation and alert in a sentence */
    public ExplanationWriter(Messages messages) {
        this.messages = messages;
    }

    /** The explanation without a line break behind it. */
    public byte[] bytes(Explanation explanation, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new Writing(json, new DecisionJson(json, messages, language), language).explanation(explanation);
        }
        return out.toByteArray();
    }

    private record Writing(JsonGenerator json, DecisionJson answers, Language language) {
        void explanation(Explanation explanation) {
            json.writeStartObject();
            text("asOf", explanation.asOf().toString());
            json.writeName("ruleset").writeStartObject();
            text("id", explanation.ruleset());
            text("version", explanation.version());
            json.writeEndObject();
            list("given", explanation.given(), this::given);
            list("notGiven", explanation.notGiven(), this::notGiven);
            json.writeEndObject();
        }

        private void given(Given given) {
            json.writeStartObject();
            text("kind", kind(given.answer()));
            json.writeName("answer");
            if (given.answer() instanceof Determination determination) {
                answers.determination(determination);
            } else if (given.answer() instanceof Obligation obligation) {
                answers.obligation(obligation);
            } else if (given.answer() instanceof Alert alert) {
                answers.alert(alert);
            }
            text("says", given.says());
            rule(given.rule());
            json.writeName("because");
            because(given.because());
            list("hangsOn", given.hangsOn(), this::turn);
            json.writeEndObject();
        }

        private void turn(Turn turn) {
            json.writeStartObject();
            text("pointer", turn.change().pointer());
            value("from", turn.change().from());
            value("to", turn.change().to());
            json.writeBooleanProperty("given", turn.otherwise() != null);
            text("says", turn.otherwise() == null ? null : turn.otherwise().in(language));
            json.writeEndObject();
        }

        private static String kind(Object answer) {
            return answer instanceof Determination
                    ? "determination"
                    : answer instanceof Obligation ? "obligation" : "alert";
        }

        private void notGiven(NotGiven notGiven) {
            Question question = notGiven.question();
            json.writeStartObject();
            text("kind", Words.lower(question.kind()));
            text("code", question.code());
            json.writeName("subject").writeStartObject();
            text("type", question.type());
            text("id", question.id());
            json.writeEndObject();
            text("bearer", question.bearer());
            text("period", question.period());
            text("obligation", question.obligation());
            text("says", notGiven.says());
            list("instead", notGiven.instead(), json::writeString);
            list("rules", notGiven.rules(), this::attempt);
            list("changes", notGiven.changes(), this::change);
            json.writeEndObject();
        }

        private void change(Change change) {
            json.writeStartObject();
            text("pointer", change.pointer());
            value("from", change.from());
            value("to", change.to());
            json.writeEndObject();
        }

        private void attempt(Attempt attempt) {
            json.writeStartObject();
            rule(attempt.rule());
            text("says", attempt.says());
            list("failing", attempt.failing(), this::failing);
            json.writeEndObject();
        }

        private void failing(Failing failing) {
            json.writeStartObject();
            text("kind", failing.kind().name());
            text("condition", failing.condition());
            text("constraint", failing.constraint());
            text("says", failing.says());
            list("met", failing.met(), this::field);
            text("needed", failing.needed());
            value("wanted", failing.wanted());
            list("facts", failing.facts(), this::fact);
            list("notYet", failing.notYet(), this::fact);
            list("parameters", failing.parameters(), this::parameter);
            list("causes", failing.causes(), this::attempt);
            json.writeEndObject();
        }

        private void rule(RuleShown rule) {
            json.writeName("rule").writeStartObject();
            text("name", rule.name());
            text("file", rule.file());
            json.writeName("line").writeNumber(rule.line());
            json.writeEndObject();
            json.writeName("clause").writeStartObject();
            text("number", rule.clause());
            text("title", rule.title());
            text("summary", rule.summary());
            json.writeEndObject();
        }

        private void because(@Nullable Because because) {
            if (because == null) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            rule(because.rule());
            list("conditions", because.conditions(), this::condition);
            list("parameters", because.parameters(), this::parameter);
            list("workingDays", because.counts(), this::count);
            list("lookUps", because.lookUps(), this::lookUp);
            json.writeEndObject();
        }

        private void condition(ConditionShown condition) {
            json.writeStartObject();
            text("kind", condition.kind().name());
            text("text", condition.text());
            list("facts", condition.facts(), this::fact);
            json.writeName("more").writeNumber(condition.more());
            list("whyNone", condition.whyNone(), this::attempt);
            json.writeEndObject();
        }

        private void fact(FactShown fact) {
            json.writeStartObject();
            text("type", fact.type());
            text("called", fact.called());
            text("id", fact.id());
            text("kind", fact.kind().name());
            text("pointer", fact.pointer());
            list("fields", fact.fields(), this::field);
            json.writeName("because");
            because(fact.because());
            json.writeEndObject();
        }

        private void field(FieldShown field) {
            json.writeStartObject();
            text("name", field.name());
            value("value", field.value());
            list("origins", field.origins(), this::origin);
            json.writeEndObject();
        }

        private void origin(Origin origin) {
            json.writeStartObject();
            text("pointer", origin.pointer());
            value("sent", origin.sent());
            json.writeName("notYet").writeBoolean(origin.notYet());
            json.writeEndObject();
        }

        private void parameter(ParameterShown parameter) {
            json.writeStartObject();
            text("key", parameter.key());
            text("name", parameter.name());
            text("value", parameter.value());
            text("since", parameter.since().toString());
            text("clause", parameter.clause());
            text("note", parameter.note().isEmpty() ? null : parameter.note());
            json.writeEndObject();
        }

        private void count(CountShown count) {
            json.writeStartObject();
            text("way", count.way().name());
            text("from", count.from().toString());
            json.writeName("days").writeNumber(count.days());
            text("to", count.to() == null ? null : count.to().toString());
            list("skipped", count.skipped(), this::skipped);
            list("worked", count.worked(), (LocalDate day) -> json.writeString(day.toString()));
            json.writeName("provisional").writeBoolean(count.provisional());
            json.writeEndObject();
        }

        private void skipped(CountShown.Skipped skipped) {
            json.writeStartObject();
            text("day", skipped.day().toString());
            text("reason", skipped.reason().name());
            text("holiday", skipped.holiday() == null ? null : Words.holiday(skipped.holiday(), language));
            json.writeEndObject();
        }

        private void lookUp(LookUpShown lookUp) {
            json.writeStartObject();
            text("asked", lookUp.asked());
            text("called", lookUp.called());
            value("by", lookUp.by());
            list("found", lookUp.found(), this::fact);
            json.writeName("more").writeNumber(lookUp.more());
            value("result", lookUp.result());
            json.writeEndObject();
        }

        private void text(String name, Text text) {
            json.writeStringProperty(name, text.in(language));
        }

        private void text(String name, @Nullable String text) {
            json.writeName(name);
            if (text == null) {
                json.writeNull();
            } else {
                json.writeString(text);
            }
        }

        private <T> void list(String name, List<T> all, Consumer<T> each) {
            json.writeName(name).writeStartArray();
            all.forEach(each);
            json.writeEndArray();
        }

        private void value(String name, @Nullable Object value) {
            json.writeName(name);
            value(value);
        }

        private void value(@Nullable Object value) {
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else if (value instanceof Collection<?> all) {
                json.writeStartArray();
                all.forEach(this::value);
                json.writeEndArray();
            } else if (value instanceof Map<?, ?> fields) {
                json.writeStartObject();
                fields.forEach((name, each) -> value(name.toString(), each));
                json.writeEndObject();
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
