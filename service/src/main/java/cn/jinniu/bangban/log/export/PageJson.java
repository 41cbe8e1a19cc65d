package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.log.find.Search;
import cn.jinniu.bangban.log.record.Entry;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A page of a search in JSON: the records in short, and where to go on. */
public final class PageJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PageJson() {}

    /** @param most how many records it has at most */
    public static byte[] bytes(Search search, int most) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeName("decisions").writeStartArray();
            for (int i = 0; i < most; i++) {
                Entry entry = search.next();
                if (entry == null) {
                    break;
                }
                RecordJson.summary(json, entry);
            }
            json.writeEndArray();
            json.writeStringProperty("next", search.cursor());
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
