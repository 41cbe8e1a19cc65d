package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Outcome;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Asks the shipped rules for explanations. */
final class Explanations {
    private static final ExplanationDesk DESK = new ExplanationDesk(new DecisionDesk(ShippedRules.RULESET));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 26);

    private Explanations() {}

    static Outcome<Explanation> outcome(String json, Asking asking) {
        return DESK.explain(json.getBytes(StandardCharsets.UTF_8), TODAY, asking);
    }

    static Explanation of(String json, Asking asking) {
        if (outcome(json, asking) instanceof Outcome.Given<Explanation> given) {
            return given.answer();
        }
        throw new AssertionError(((Outcome.Refused<Explanation>) outcome(json, asking)).problem());
    }

    static Explanation about(String json, String code, String subject) {
        return of(json, new Asking(null, null, code, subject));
    }

    static Explanation ofObligation(String json, String id) {
        return of(json, new Asking(id, null, null, null));
    }

    static List<String> text(Explanation explanation, Language language) {
        return new ExplanationText(language).lines(explanation);
    }
}
