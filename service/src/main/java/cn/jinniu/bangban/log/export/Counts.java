package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Packing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How much a decision answered; zeros where the answer cannot be read.
 *
 * @param asOf the day decided for; null where the answer cannot be read
 * @param overdue how many of the obligations are overdue
 */
record Counts(@Nullable String asOf, int determinations, int obligations, int overdue, int alerts) {
    private static final JsonFactory JSON = new JsonFactory();

    static Counts of(Entry entry) {
        String asOf = null;
        int determinations = 0;
        int obligations = 0;
        int alerts = 0;
        int[] overdue = {0};
        try (JsonParser json = JSON.createParser(
                ObjectReadContext.empty(), Packing.unpack(entry.draft().answer()))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "asOf" -> asOf = json.getString();
                    case "determinations" -> determinations = elements(json, overdue);
                    case "obligations" -> obligations = elements(json, overdue);
                    case "alerts" -> alerts = elements(json, overdue);
                    default -> json.skipChildren();
                }
            }
        } catch (JacksonException | IllegalArgumentException damaged) {
            return new Counts(null, 0, 0, 0, 0);
        }
        return new Counts(asOf, determinations, obligations, overdue[0], alerts);
    }

    private static int elements(JsonParser json, int[] overdue) {
        int count = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            count++;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean status = json.currentName().equals("status");
                json.nextToken();
                if (status && Status.OVERDUE.name().equals(json.getString())) {
                    overdue[0]++;
                }
                json.skipChildren();
            }
        }
        return count;
    }
}
