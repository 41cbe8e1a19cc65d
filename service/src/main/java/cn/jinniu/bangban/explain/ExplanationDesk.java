package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.Given;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.reason.Explainer;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Reading;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Explains decisions on requests, by one ruleset. Immutable, and safe for many threads. */
public final class ExplanationDesk {
    /** Answers explained at once: each comes with its whole tree. */
    static final int MOST = 1_000;

    /** Larger requests are explained, but not tried with changes: each try decides anew. */
    private static final int LARGEST_CHANGED = 200_000;

    /** Answers about one thing for which it is tried what turns them. */
    private static final int MOST_TURNED = 12;

    private final DecisionDesk desk;

    public ExplanationDesk(DecisionDesk desk) {
        this.desk = desk;
    }

    /**
     * Why the decision on a request says what it says.
     *
     * @param json the request, as for a decision
     * @param today the day to decide for where the request names none
     * @param asking what is to be explained
     */
    public Outcome<Explanation> explain(byte[] json, LocalDate today, Asking asking) {
        Reading reading = desk.read(json, today);
        if (!(reading instanceof Reading.Facts read)) {
            return new Outcome.Refused<>(Problem.of(reading));
        }
        try {
            return new Outcome.Given<>(explain(json, read.facts(), asking));
        } catch (EvaluationFailed failed) {
            return new Outcome.Refused<>(Problem.of(new Answer.Failed(failed)));
        } catch (WrongAsking wrong) {
            return new Outcome.Refused<>(Problem.parameter(wrong.parameter(), wrong.wrong()));
        }
    }

    private Explanation explain(byte[] json, CaseFile facts, Asking asking) throws WrongAsking {
        Ruleset ruleset = desk.ruleset();
        requireOne(asking);
        Explainer explainer = Explainer.of(ruleset, facts, desk.budget());
        QuestionReader reader = new QuestionReader(ruleset.data(), explainer, facts);
        Decision decision = explainer.decision();
        List<Object> wanted = new ArrayList<>();
        List<NotGiven> notGiven = new ArrayList<>();
        Question question = question(asking, reader);
        Predicate<Object> asked = question == null ? all(asking, reader) : isAnswerTo(question, asking);
        decision.determinations().stream().filter(asked).forEach(wanted::add);
        decision.obligations().stream().filter(asked).forEach(wanted::add);
        decision.alerts().stream().filter(asked).forEach(wanted::add);
        if (wanted.isEmpty() && question != null) {
            NotGiven why = explainer.whyNot(question, instead(question, decision));
            notGiven.add(json.length > LARGEST_CHANGED ? why : changed(json, facts, question, why, asking));
        } else if (wanted.isEmpty() && asking.code() != null) {
            throw new WrongAsking(
                    "code",
                    "没有作出 " + asking.code() + " 的答复；要问为什么没有，请用 subject 写明对象",
                    "no " + asking.code() + " was given; to ask why not, name a subject");
        } else if (wanted.size() > MOST) {
            throw new WrongAsking(
                    "code",
                    "共有 " + wanted.size() + " 项答复，一次最多解释 " + MOST + " 项；请写明 code、subject、obligation 或 alert",
                    "there are " + wanted.size() + " answers, and at most " + MOST
                            + " are explained at once; name a code, a subject, an obligation or an alert");
        }
        Messages messages = ruleset.data().messages();
        List<Given> given = wanted.stream()
                .map(answer -> explainer.why(answer, says(answer, ruleset, messages)))
                .toList();
        if (question != null && given.size() <= MOST_TURNED && json.length <= LARGEST_CHANGED) {
            RequestTree request = new RequestTree(json, facts.asOf(), ruleset.data(), Map.of());
            given = given.stream()
                    .map(each -> turned(each, request, facts.asOf()))
                    .toList();
        }
        return new Explanation(decision.asOf(), decision.ruleset(), decision.version(), given, notGiven);
    }

    private Given turned(Given given, RequestTree request, LocalDate asOf) {
        Messages messages = desk.ruleset().data().messages();
        Turns.Deciding deciding = json -> {
            if (!(desk.answer(json, asOf) instanceof Answer.Decided decided)) {
                return new Turns.Outcome.Same();
            }
            Object now = SameAnswer.in(decided.decision(), given.answer());
            if (now == null) {
                return new Turns.Outcome.Other(null);
            }
            return SameAnswer.says(now).equals(SameAnswer.says(given.answer()))
                    ? new Turns.Outcome.Same()
                    : new Turns.Outcome.Other(says(now, desk.ruleset(), messages));
        };
        return new Given(
                given.answer(),
                given.rule(),
                given.because(),
                Turns.of(request, given.because(), deciding),
                given.says());
    }

    private NotGiven changed(byte[] json, CaseFile facts, Question question, NotGiven why, Asking asking) {
        Map<String, String> subject = new HashMap<>(Explainer.belongings(facts, question));
        if (question.period() != null) {
            subject.put("month", question.period());
        }
        if (question.bearer() != null) {
            subject.put("unit", question.bearer());
            subject.put("department", question.bearer());
        }
        RequestTree request = new RequestTree(json, facts.asOf(), desk.ruleset().data(), subject);
        Changes changes = new Changes(deciding(facts.asOf(), question, asking));
        return new NotGiven(
                why.question(),
                why.instead(),
                why.rules(),
                changes.of(request, why, question.type().equals("unit") ? question.id() : question.bearer()),
                why.says());
    }

    private Changes.Deciding deciding(LocalDate asOf, Question question, Asking asking) {
        Predicate<Object> asked = isAnswerTo(question, asking);
        return new Changes.Deciding() {
            @Override
            public @Nullable Boolean answers(byte[] json) {
                if (!(desk.answer(json, asOf) instanceof Answer.Decided decided)) {
                    return null;
                }
                Decision decision = decided.decision();
                return decision.determinations().stream().anyMatch(asked)
                        || decision.obligations().stream().anyMatch(asked)
                        || decision.alerts().stream().anyMatch(asked);
            }

            @Override
            public NotGiven whyNot(byte[] json) {
                CaseFile facts = ((Reading.Facts) desk.read(json, asOf)).facts();
                return Explainer.of(desk.ruleset(), facts, desk.budget()).whyNot(question, List.of());
            }
        };
    }

    private static void requireOne(Asking asking) throws WrongAsking {
        boolean byId = asking.obligation() != null || asking.alert() != null;
        boolean more = asking.obligation() != null && asking.alert() != null
                || byId && (asking.code() != null || asking.subject() != null);
        if (more) {
            throw new WrongAsking(
                    asking.obligation() != null ? "obligation" : "alert",
                    "obligation、alert、code 与 subject 三者只能用其一",
                    "give one of obligation, alert, or code and subject");
        }
    }

    private static @Nullable Question question(Asking asking, QuestionReader reader) throws WrongAsking {
        if (asking.obligation() != null) {
            return reader.obligation(asking.obligation());
        } else if (asking.alert() != null) {
            return reader.alert(asking.alert());
        } else if (asking.code() != null && asking.subject() != null) {
            reader.kind(asking.code());
            return reader.about(asking.code(), asking.subject());
        }
        return null;
    }

    private static Predicate<Object> isAnswerTo(Question question, Asking asking) {
        String id = asking.obligation() != null ? asking.obligation() : asking.alert();
        return answer -> {
            if (id != null) {
                return answer instanceof Obligation obligation
                                && obligation.id().equals(id)
                        || answer instanceof Alert alert && alert.id().equals(id);
            }
            return code(answer).equals(question.code())
                    && subject(answer).type().equals(question.type())
                    && subject(answer).id().equals(question.id());
        };
    }

    private static Predicate<Object> all(Asking asking, QuestionReader reader) throws WrongAsking {
        if (asking.code() != null) {
            String code = asking.code();
            reader.kind(code);
            return answer -> code(answer).equals(code);
        } else if (asking.subject() != null) {
            String[] subject = reader.typed(asking.subject());
            return answer -> subject(answer).type().equals(subject[0])
                    && subject(answer).id().equals(subject[1]);
        }
        return answer -> true;
    }

    private static List<String> instead(Question question, Decision decision) {
        List<String> instead = new ArrayList<>();
        for (Obligation obligation : decision.obligations()) {
            if (obligation.code().equals(question.code()) && isAbout(obligation.subject(), question)) {
                instead.add(obligation.id());
            }
        }
        for (Alert alert : decision.alerts()) {
            if (alert.code().equals(question.code()) && isAbout(alert.subject(), question)) {
                instead.add(alert.id());
            }
        }
        return instead;
    }

    private static boolean isAbout(Subject subject, Question question) {
        return subject.type().equals(question.type()) && subject.id().equals(question.id());
    }

    private static String code(Object answer) {
        return answer instanceof Determination determination
                ? determination.code()
                : answer instanceof Obligation obligation ? obligation.code() : ((Alert) answer).code();
    }

    private static Subject subject(Object answer) {
        return answer instanceof Determination determination
                ? determination.subject()
                : answer instanceof Obligation obligation ? obligation.subject() : ((Alert) answer).subject();
    }

    private static Text says(Object answer, Ruleset ruleset, Messages messages) {
        if (answer instanceof Obligation obligation) {
            return new Text(messages.of(obligation, Language.ZH), messages.of(obligation, Language.EN));
        } else if (answer instanceof Alert alert) {
            return new Text(messages.of(alert, Language.ZH), messages.of(alert, Language.EN));
        }
        Determination determination = (Determination) answer;
        var code = ruleset.data().catalogue().determinations().get(determination.code());
        Text name = code == null ? new Text(determination.code(), determination.code()) : code.name();
        Object value = determination.value();
        Text shown = value instanceof Boolean truth
                ? truth ? new Text("是", "yes") : new Text("否", "no")
                : value == null ? new Text("无", "none") : new Text(value.toString(), value.toString());
        String id = determination.subject().id();
        return new Text(id + " " + name.zh() + "：" + shown.zh(), name.en() + " of " + id + ": " + shown.en());
    }
}
