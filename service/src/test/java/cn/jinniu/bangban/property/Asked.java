package cn.jinniu.bangban.property;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Asks a desk about a request that names its day, and takes nothing but a decision for an answer. */
final class Asked {
    static final DecisionDesk SHIPPED = new DecisionDesk(ShippedRules.RULESET);

    private static final LocalDate UNUSED_TODAY = LocalDate.of(2000, 1, 1);
    private static final String DECISION_ID = "d-1";

    private Asked() {}

    static Decision decision(JsonNode request) {
        return decision(SHIPPED, request.toString());
    }

    static Decision decision(DecisionDesk desk, String request) {
        Answer answer = desk.answer(request.getBytes(StandardCharsets.UTF_8), UNUSED_TODAY);
        if (answer instanceof Answer.Decided decided) {
            return decided.decision();
        }
        throw new AssertionError("not decided: " + answer);
    }

    /** The whole answer as text. */
    static String answer(JsonNode request) {
        return answer(SHIPPED, request.toString());
    }

    static String answer(DecisionDesk desk, String request) {
        return new String(desk.bytes(decision(desk, request), DECISION_ID, Language.ZH), StandardCharsets.UTF_8);
    }
}
