package cn.jinniu.bangban.log.archive;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is logged when a ruleset comes into force.
 *
 * @param id the ruleset's id
 * @param version its version
 * @param from where it was loaded from
 * @param by who loaded it
 */
public record RulesetDraft(String id, String version, String from, String by) {
    private static final JsonMapper JSON = new JsonMapper();

    public Draft draft() {
        byte[] told = JSON.writeValueAsBytes(
                JSON.createObjectNode().put("id", id).put("version", version).put("from", from));
        return new Draft(
                Kind.RULESET,
                UUID.randomUUID(),
                new Caller(by, KnownBy.OPERATOR),
                version,
                0,
                0,
                Packing.pack(new byte[0]),
                Packing.pack(told),
                null);
    }

    /** What an entry tells. */
    public static RulesetDraft of(Entry entry) {
        JsonNode told = JSON.readTree(Packing.unpack(entry.draft().answer()));
        return new RulesetDraft(
                told.path("id").asString(""),
                entry.draft().ruleset(),
                told.path("from").asString(""),
                entry.draft().caller().name());
    }
}
