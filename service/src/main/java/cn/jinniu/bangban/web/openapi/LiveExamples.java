package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.desk.ProblemWriter;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.text.Language;
import io.swagger.v3.core.util.Json31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A request and its answers, worked by the ruleset at hand: its units and words change with the rules, so nothing of
 * it is written down here.
 */
final class LiveExamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 26);
    private static final String DECISION_ID = "019d2a5c-0000-7000-8000-000000000000";

    private final DecisionDesk desk;
    private final byte[] request;
    private final byte[] misspelt;

    LiveExamples(DecisionDesk desk) {
        this.desk = desk;
        String text = """
                {"asOf":"%s","projects":[{"id":"P-1","name":"西部轨道交通装备产业园二期",\
                "listings":[{"level":"%s","year":%d,"issuedOn":"2026-02-11"}]%s}]}""".formatted(DAY, Level.DISTRICT, DAY.getYear(), subdistrict());
        this.request = text.getBytes(StandardCharsets.UTF_8);
        this.misspelt = text.replace("\"listings\"", "\"listing\"").getBytes(StandardCharsets.UTF_8);
    }

    private String subdistrict() {
        return desk.ruleset().data().directory().units().values().stream()
                .filter(unit -> unit.kind() == UnitKind.SUBDISTRICT)
                .findFirst()
                .map(Unit::id)
                .map(id -> ",\"subdistrict\":\"" + id + '"')
                .orElse("");
    }

    Object request() {
        return tree(request);
    }

    /** Both languages are asked for by their header; the shown one is Chinese, the default. */
    Object decision() {
        return desk.answer(request, DAY) instanceof Answer.Decided decided
                ? tree(desk.bytes(decided.decision(), DECISION_ID, Language.ZH))
                : problemTree(desk.answer(request, DAY));
    }

    /** What comes of a misspelt field. */
    Object refusal() {
        return problemTree(desk.answer(misspelt, DAY));
    }

    private static Object problemTree(Answer answer) {
        return tree(ProblemWriter.bytes(Problem.of(answer), Language.ZH, DecisionOperation.PATH));
    }

    /** As the tree of the library that writes the description, which leaves nulls out of anything else. */
    private static Object tree(byte[] json) {
        try {
            return Json31.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
