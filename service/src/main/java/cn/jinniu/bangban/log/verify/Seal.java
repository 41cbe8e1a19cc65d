package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ends of all chains at one time, to be kept where whoever can change the log cannot reach. */
public record Seal(List<End> ends) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The end of a chain.
     *
     * @param name the chain's name
     * @param place of its last entry; of a chain without any its start
     * @param hash the last entry's hash, hexadecimal
     */
    public record End(String name, long place, String hash) {}

    /** The ends of a log's chains as they are now. */
    public static Seal of(Connection connection) throws SQLException {
        List<End> ends = new ArrayList<>();
        for (Map.Entry<Integer, String> chain : ChainTable.all(connection).entrySet()) {
            Head head = EntryTable.head(connection, chain.getKey());
            ends.add(new End(chain.getValue(), head.place(), HexFormat.of().formatHex(head.hash())));
        }
        return new Seal(ends);
    }

    /**
     * As a file to keep.
     *
     * @param at when it is made
     */
    public byte[] json(Instant at) {
        ObjectNode root = JSON.createObjectNode();
        root.put("sealedAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
        ArrayNode heads = root.putArray("heads");
        for (End end : ends) {
            heads.addObject()
                    .put("chain", end.name())
                    .put("chainId", Place.chain(end.place()))
                    .put("number", Place.number(end.place()))
                    .put("hash", end.hash());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Seal read(byte[] json) {
        try {
            List<End> ends = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json).required("heads")) {
                ends.add(new End(
                        node.required("chain").asString(),
                        Place.of(
                                node.required("chainId").asInt(),
                                node.required("number").asLong()),
                        node.required("hash").asString()));
            }
            return new Seal(ends);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a seal", e);
        }
    }
}
