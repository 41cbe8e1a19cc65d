package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Packing;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Looks into the bodies of an entry for what it is found by, without building them up in memory. */
final class Contents {
    private static final JsonFactory JSON = new JsonFactory();

    private Contents() {}

    /**
     * Gives the ids of the projects that were sent.
     *
     * @throws IllegalArgumentException when the body is none that was written
     */
    static void projects(Draft draft, Consumer<String> ids) {
        read(draft.request(), (json, member) -> {
            if (member.equals("projects") && json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    project(json, ids);
                }
            } else {
                json.skipChildren();
            }
        });
    }

    private static void project(JsonParser json, Consumer<String> ids) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("id")) {
                ids.accept(json.getString());
            }
            json.skipChildren();
        }
    }

    /** Gives the answers that were told; otherwise as {@link #projects}. */
    static void told(Draft draft, Consumer<Told> answers) {
        read(draft.answer(), (json, member) -> {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    answers.accept(answer(json));
                }
            } else {
                json.skipChildren();
            }
        });
    }

    private static Told answer(JsonParser json) {
        String code = "";
        String clause = "";
        String bearer = null;
        String status = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            String value = json.nextToken() == JsonToken.VALUE_STRING ? text(name, json) : null;
            if (value != null) {
                switch (name) {
                    case "code" -> code = value;
                    case "clause" -> clause = value;
                    case "bearer" -> bearer = value;
                    case "status" -> status = value;
                    default -> {}
                }
            }
            json.skipChildren();
        }
        return new Told(code, clause, bearer, status);
    }

    private static @Nullable String text(String name, JsonParser json) {
        return switch (name) {
            case "code", "clause", "bearer", "status" -> json.getString();
            default -> null;
        };
    }

    @FunctionalInterface
    private interface Members {
        /** Reads the value that the parser is at, whole. */
        void read(JsonParser json, String member);
    }

    private static void read(byte[] packed, Members members) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), Packing.unpack(packed))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a body is no JSON object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                json.nextToken();
                members.read(json, member);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a body is not JSON", e);
        }
    }
}
