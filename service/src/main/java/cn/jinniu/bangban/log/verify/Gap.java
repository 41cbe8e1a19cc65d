package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries that were removed on purpose. The chain goes on over the gap: what follows it rests on the hash of the last
 * entry removed.
 *
 * @param first place of the first entry removed
 * @param last place of the last one
 * @param before hash of the entry ahead of the first
 * @param hash hash of the last one
 * @param reason why they were removed
 * @param by who had them removed
 * @param at when, in microseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Gap(long first, long last, byte[] before, byte[] hash, String reason, String by, long at) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HexFormat HEX = HexFormat.of();

    /** As it is signed off in the log; who and when is the entry's. */
    byte[] json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("chain", Place.chain(first));
        node.put("first", Place.number(first));
        node.put("last", Place.number(last));
        node.put("before", HEX.formatHex(before));
        node.put("hash", HEX.formatHex(hash));
        node.put("reason", reason);
        return JSON.writeValueAsBytes(node);
    }

    /**
     * The gap that an entry signs off.
     *
     * @throws IllegalArgumentException when it signs off none
     */
    public static Gap of(Entry signOff) {
        try {
            JsonNode node = JSON.readTree(Packing.unpack(signOff.draft().answer()));
            int chain = node.required("chain").asInt();
            return new Gap(
                    Place.of(chain, node.required("first").asLong()),
                    Place.of(chain, node.required("last").asLong()),
                    HEX.parseHex(node.required("before").asString()),
                    HEX.parseHex(node.required("hash").asString()),
                    node.required("reason").asString(),
                    signOff.draft().caller().name(),
                    signOff.at());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a sign-off", e);
        }
    }

    public long entries() {
        return last - first + 1;
    }
}
