package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.explain.model.Question;
import cn.jinniu.bangban.explain.reason.Explainer;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.ruleset.Catalogue;
import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.RulesetData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is asked about: ids and codes as the contract writes them, against what the request and the rules have. */
final class QuestionReader {
    private final Catalogue catalogue;
    private final RulesetData data;
    private final Explainer explainer;
    private final KnownSubjects subjects;

    QuestionReader(RulesetData data, Explainer explainer, CaseFile facts) {
        this.catalogue = data.catalogue();
        this.data = data;
        this.explainer = explainer;
        this.subjects = new KnownSubjects(facts, data.directory().units().values(), explainer.districts());
    }

    /** The obligation of an id: {@code CODE:bearer:type:id}, with {@code :period} behind it where it has one. */
    Question obligation(String id) throws WrongAsking {
        return obligation("obligation", id);
    }

    private Question obligation(String parameter, String id) throws WrongAsking {
        String[] parts = id.split(":", 4);
        String code = known(
                parameter,
                "义务代码",
                "obligation code",
                parts[0],
                catalogue.obligations().keySet());
        if (parts.length < 4) {
            throw new WrongAsking(
                    parameter,
                    "“" + id + "”不是义务的 id；写作 代码:责任单位:对象类型:对象，有期间的再加 :期间",
                    "\"" + id
                            + "\" is no obligation's id; write CODE:bearer:subjectType:subjectId, with :period where it"
                            + " has one");
        }
        String bearer = known(
                parameter, "单位", "unit", parts[1], data.directory().units().keySet());
        return subject(parameter, Question.Kind.OBLIGATION, code, bearer, parts[2], parts[3], null);
    }

    /** The alert of an id: {@code CODE:} and an obligation's id, or {@code CODE:type:id}, with {@code :unit} behind it. */
    Question alert(String id) throws WrongAsking {
        String[] parts = id.split(":", 2);
        String code = known(
                "alert", "提醒代码", "alert code", parts[0], catalogue.alerts().keySet());
        String rest = parts.length < 2 ? "" : parts[1];
        String second = rest.split(":", 2)[0];
        if (catalogue.obligations().containsKey(second)) {
            Question owed = obligation("alert", rest);
            return new Question(Question.Kind.ALERT, code, owed.type(), owed.id(), null, null, rest);
        }
        String[] subject = rest.split(":", 2);
        if (subject.length < 2) {
            throw new WrongAsking(
                    "alert",
                    "“" + id + "”不是提醒的 id；写作 代码:义务的 id，或者 代码:对象类型:对象",
                    "\"" + id
                            + "\" is no alert's id; write CODE: and the obligation's id, or CODE:subjectType:subjectId");
        }
        return subject("alert", Question.Kind.ALERT, code, null, subject[0], subject[1], null);
    }

    /** A code, about a subject. */
    Question about(String code, String subject) throws WrongAsking {
        String[] parts = typed(subject);
        Question.Kind kind = kind(code);
        requireType(kind, code, parts[0]);
        return new Question(kind, code, parts[0], parts[1], null, null, null);
    }

    /** A subject as {@code type:id}, known to the request. */
    String[] typed(String subject) throws WrongAsking {
        String[] parts = subject.split(":", 2);
        String type = known(
                "subject",
                "对象类型",
                "subject type",
                parts[0],
                catalogue.subjectTypes().keySet());
        String id = parts.length < 2 ? "" : parts[1];
        known("subject", "对象 " + type, type, id, subjects.of(type));
        return new String[] {type, id};
    }

    /** Which kind of answer a code is of. */
    Question.Kind kind(String code) throws WrongAsking {
        if (catalogue.obligations().containsKey(code)) {
            return Question.Kind.OBLIGATION;
        } else if (catalogue.determinations().containsKey(code)) {
            return Question.Kind.DETERMINATION;
        }
        List<String> all = new ArrayList<>(catalogue.obligations().keySet());
        all.addAll(catalogue.determinations().keySet());
        all.addAll(catalogue.alerts().keySet());
        known("code", "代码", "code", code, all);
        return Question.Kind.ALERT;
    }

    private Question subject(
            String parameter,
            Question.Kind kind,
            String code,
            @Nullable String bearer,
            String typeWord,
            String rest,
            @Nullable String obligation)
            throws WrongAsking {
        String type = known(
                parameter,
                "对象类型",
                "subject type",
                typeWord,
                catalogue.subjectTypes().keySet());
        String id = null;
        for (String each : subjects.of(type)) {
            boolean longer = id == null || each.length() > id.length();
            if (longer && (rest.equals(each) || rest.startsWith(each + ":"))) {
                id = each;
            }
        }
        if (id == null) {
            known(parameter, "对象 " + type, type, rest.split(":", 2)[0], subjects.of(type));
            throw new IllegalStateException("a subject that is known is not found: " + rest);
        }
        requireType(kind, code, type);
        String behind = rest.length() > id.length() ? rest.substring(id.length() + 1) : null;
        boolean alert = kind == Question.Kind.ALERT;
        if (alert && behind != null) {
            known(parameter, "单位", "unit", behind, data.directory().units().keySet());
        }
        return new Question(kind, code, type, id, alert ? behind : bearer, alert ? null : behind, obligation);
    }

    private void requireType(Question.Kind kind, String code, String type) throws WrongAsking {
        Set<String> types = explainer.subjectTypes(kind, code);
        if (!types.isEmpty() && !types.contains(type)) {
            String can = String.join(", ", types);
            throw new WrongAsking(
                    "subject",
                    code + " 说的是 " + can + "，不是 " + type + "；请改写对象",
                    code + " is about " + can + ", not " + type + "; name another subject");
        }
    }

    private static String known(String parameter, String zh, String en, String word, Collection<String> known)
            throws WrongAsking {
        if (!known.contains(word)) {
            throw new WrongAsking(
                    parameter,
                    "没有" + zh + "“" + word + "”" + Nearest.hintZh(word, known),
                    "there is no " + en + " \"" + word + "\"" + Nearest.hintEn(word, known));
        }
        return word;
    }
}
