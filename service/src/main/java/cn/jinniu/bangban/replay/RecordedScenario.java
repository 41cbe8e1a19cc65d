package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.ruleset.Clause;
import cn.jinniu.bangban.scenario.Difference;
import cn.jinniu.bangban.scenario.Pseudonyms;
import cn.jinniu.bangban.scenario.Scenario;
import cn.jinniu.bangban.scenario.ScenarioFiles;
import cn.jinniu.bangban.scenario.ScenarioRun;
import cn.jinniu.bangban.scenario.ScenarioWriter;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded decision as a scenario, with other names for persons, projects and ids. It was tried before: with the other
 * names the same comes out by the rules then in force.
 *
 * @param ruleset version of those rules
 * @param text the scenario's file
 */
public record RecordedScenario(String ruleset, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Why a record cannot become a scenario. */
    public static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Impossible(String zh, String en) {
            super(en);
            reason = new Text(zh, en);
        }

        public Text reason() {
            return reason;
        }
    }

    /** Makes one of a record. */
    public static RecordedScenario of(Entry entry, Bodies bodies, ArchivedRulesets archive)
            throws SQLException, Impossible, IOException {
        Archived archived = archive.get(entry.draft().ruleset());
        if (!(archived instanceof Archived.Usable usable)) {
            Text reason = ((Archived.Unusable) archived).reason();
            throw new Impossible("当时的规则不能使用：" + reason.zh(), "the rules then in force cannot be used: " + reason.en());
        }
        if (!(read(bodies.request()) instanceof ObjectNode request)
                || !(read(bodies.answer()) instanceof ObjectNode answer)) {
            throw new Impossible("记录不是 JSON 对象", "the record is no JSON object");
        }
        Pseudonyms names = new Pseudonyms(request);
        ObjectNode dated =
                JSON.createObjectNode().put("asOf", answer.path("asOf").asString(""));
        dated.setAll(names.request(request));
        ObjectNode told = names.decision(answer);
        if (!told.equals(decided(dated, usable.desk()))) {
            throw new Impossible(
                    "换成化名以后结果与记录不同，未写出场景；请先用 replay --log 核对这份记录",
                    "with other names something else comes out than was recorded, so no scenario is written; check the record"
                            + " with replay --log first");
        }
        String text = ScenarioWriter.write(
                dated,
                told,
                clauses(usable.side()),
                "取自决定日志，人员、项目和编号用化名；规则版本 "
                        + entry.draft()
                                .ruleset()
                                .substring(
                                        0, Math.min(12, entry.draft().ruleset().length())));
        RecordedScenario scenario = new RecordedScenario(entry.draft().ruleset(), text);
        List<Difference> differences = scenario.replay(usable.desk());
        if (!differences.isEmpty()) {
            throw new IllegalStateException("a scenario does not say what it was made of: " + differences.get(0));
        }
        return scenario;
    }

    /** Those that a machine decides. */
    private static List<String> clauses(Side side) {
        return side.data().clauses().all().values().stream()
                .filter(Clause::decidable)
                .map(Clause::number)
                .toList();
    }

    private static JsonNode read(byte[] json) throws Impossible {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new Impossible("记录不是 JSON", "the record is not JSON");
        }
    }

    private static ObjectNode decided(ObjectNode request, DecisionDesk desk) {
        Answer answer = desk.answer(JSON.writeValueAsBytes(request), LocalDate.EPOCH);
        return answer instanceof Answer.Decided decided
                ? Pseudonyms.told((ObjectNode) JSON.readTree(desk.bytes(decided.decision(), "", Language.ZH)))
                : JSON.createObjectNode();
    }

    /** Replays it by any rules; gives where it comes out otherwise. */
    public List<Difference> replay(DecisionDesk desk) throws IOException {
        Path folder = Files.createTempDirectory("bangban-scenario");
        Path file = folder.resolve("scenario.yaml");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            ScenarioFiles.Found found =
                    ScenarioFiles.read(folder, desk.ruleset().data());
            if (!found.problems().isEmpty()) {
                Text problem = found.problems().get(0).message();
                return List.of(new Difference(found.problems().get(0).line(), problem, List.of()));
            }
            Scenario scenario = found.scenarios().get(0);
            return new ScenarioRun(desk).run(scenario).differences();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
