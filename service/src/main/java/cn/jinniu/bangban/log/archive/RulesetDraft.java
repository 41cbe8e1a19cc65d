package cn.jinniu.bangban.log.archive;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is logged when a ruleset comes into force.
 *
 * @param id the ruleset's id
 * @param version its version
 * @param from where it was loaded from
 * @param by who loaded it
 * @param files SHA-256 of its files as a zip file, hexadecimal; null where nobody noted it
 */
public record RulesetDraft(
        String id,
        String version,
        String from,
        String by,
        @Nullable String files) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param zip its files
     */
    public static RulesetDraft of(String id, String version, String from, String by, byte[] zip) {
        String files = HexFormat.of().formatHex(Chain.sha256().digest(zip));
        return new RulesetDraft(id, version, from, by, files);
    }

    public Draft draft() {
        byte[] told = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("id", id)
                .put("version", version)
                .put("from", from)
                .put("files", files));
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
                entry.draft().caller().name(),
                told.path("files").asStringOpt().orElse(null));
    }
}
