package cn.jinniu.bangban.log.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts out of one JSON document what pointers lead to, and leaves every other byte as it is. What stood at a pointer is
 * gathered as names, which are then cut out of sentences too.
 */
final class Cutting {
    /** Stands where something was cut out. */
    static final String INSTEAD = "***";

    /** Members of an answer that name things in the request's own words; the others are words of the rules. */
    private static final Set<String> TELLING =
            Set.of("message", "id", "obligation", "assignee", "addressees", "attendees");

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final byte[] document;
    private final Names names;
    private final boolean sentences;
    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream left;
    private int done;

    private Cutting(byte[] document, Names names, boolean sentences) {
        this.document = document;
        this.names = names;
        this.sentences = sentences;
        this.left = new ByteArrayOutputStream(document.length);
    }

    /** What is left of a document, and what was cut out of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cut(byte[] left, List<Piece> pieces) {}

    /**
     * Cuts what pointers lead to.
     *
     * @param names is given what was cut
     */
    static Cut fields(byte[] document, Pointers pointers, Names names) {
        return new Cutting(document, names, false).cut(pointers);
    }

    /**
     * Cuts what pointers lead to, and names wherever an answer tells of them.
     *
     * @param names the names to look for; is given what is cut
     */
    static Cut answer(byte[] document, Pointers pointers, Names names) {
        return new Cutting(document, names, true).cut(pointers);
    }

    private Cut cut(Pointers pointers) {
        if (document.length == 0) {
            return new Cut(document, List.of());
        }
        try (JsonParser json = JSON.createParser(document)) {
            json.nextToken();
            walk(json, pointers, null);
        }
        if (pieces.isEmpty()) {
            return new Cut(document, List.of());
        }
        left.write(document, done, document.length - done);
        return new Cut(left.toByteArray(), pieces);
    }

    private void walk(JsonParser json, @Nullable Pointers here, @Nullable String member) {
        JsonToken token = json.currentToken();
        if (here != null && here.ends() && token != JsonToken.VALUE_NULL) {
            value(json);
        } else if (token == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                walk(json, here == null ? null : here.by(name), name);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                walk(json, here == null ? null : here.by(Integer.toString(i)), member);
            }
        } else if (token == JsonToken.VALUE_STRING
                && sentences
                && member != null
                && TELLING.contains(member)
                && !names.isEmpty()) {
            sentence(json);
        }
    }

    /** Cuts a whole value, whatever it is. */
    private void value(JsonParser json) {
        int from = (int) json.currentTokenLocation().getByteOffset();
        int depth = 0;
        while (true) {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING) {
                names.add(json.getString());
            }
            if (depth == 0) {
                break;
            }
            json.nextToken();
        }
        replace(from, end(json), '"' + INSTEAD + '"');
    }

    private void sentence(JsonParser json) {
        int from = (int) json.currentTokenLocation().getByteOffset();
        String replaced = names.replace(json.getString(), INSTEAD);
        if (replaced != null) {
            replace(from, end(json), MAPPER.writeValueAsString(replaced));
        }
    }

    private static int end(JsonParser json) {
        json.finishToken();
        return (int) json.currentLocation().getByteOffset();
    }

    private void replace(int from, int to, String instead) {
        left.write(document, done, from - done);
        byte[] bytes = instead.getBytes(StandardCharsets.UTF_8);
        byte[] original = Arrays.copyOfRange(document, from, to);
        pieces.add(new Piece(left.size(), bytes.length, original));
        left.writeBytes(bytes);
        done = to;
    }
}
