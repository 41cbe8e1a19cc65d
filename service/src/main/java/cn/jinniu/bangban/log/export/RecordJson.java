package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Records in JSON. */
public final class RecordJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int NANOSECOND_DIGITS = 6;

    private final Privacy privacy;
    private final Masking masking;

    /**
     * @param privacy opens what is encrypted, as far as it can
     * @param masking what is left out
     */
    public RecordJson(Privacy privacy, Masking masking) {
        this.privacy = privacy;
        this.masking = masking;
    }

    /**
     * A record whole: the request is the one that was received, byte for byte, but for a byte order mark, for line breaks
     * between its tokens, which are spaces here, and for what may not be shown.
     */
    public byte[] bytes(Entry entry) {
        Shown shown = Shown.of(entry, privacy, masking);
        Draft draft = entry.draft();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            begin(json, shown);
            json.writeName("entry").writeStartObject();
            json.writeStringProperty("chain", ChainTable.name(Place.chain(entry.place())));
            json.writeNumberProperty("number", Place.number(entry.place()));
            json.writeStringProperty("hash", HexFormat.of().formatHex(entry.hash()));
            json.writeEndObject();
            json.writeStringProperty("bodies", shown.state().name());
            Bodies bodies = shown.bodies();
            body(json, "request", bodies == null ? null : bodies.request());
            body(json, "decision", bodies == null ? null : bodies.answer());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** A record in a list: what it is, and how much was answered; of no names. */
    static void summary(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        begin(json, Shown.of(entry, Privacy.NONE, Masking.NONE));
        Counts counts = Counts.of(entry);
        json.writeStringProperty("asOf", counts.asOf());
        json.writeNumberProperty("determinations", counts.determinations());
        json.writeNumberProperty("obligations", counts.obligations());
        json.writeNumberProperty("overdue", counts.overdue());
        json.writeNumberProperty("alerts", counts.alerts());
        json.writeEndObject();
    }

    private static void begin(JsonGenerator json, Shown shown) {
        Draft draft = shown.entry().draft();
        json.writeStringProperty("id", draft.id().toString());
        json.writeStringProperty("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(shown.time()));
        json.writeName("caller").writeStartObject();
        json.writeStringProperty("name", draft.caller().name());
        json.writeStringProperty("knownBy", draft.caller().knownBy().name());
        json.writeEndObject();
        json.writeStringProperty("ruleset", draft.ruleset());
        json.writeStringProperty("language", language(draft.language()));
        json.writeNumberProperty(
                "durationMillis",
                BigDecimal.valueOf(draft.nanoseconds(), NANOSECOND_DIGITS).stripTrailingZeros());
    }

    private static String language(int stored) {
        Language[] all = Language.values();
        return stored >= 0 && stored < all.length ? all[stored].name().toLowerCase(Locale.ROOT) : "?";
    }

    private static void body(JsonGenerator json, String name, byte @Nullable [] body) {
        json.writeName(name);
        if (body == null || body.length == 0) {
            json.writeNull();
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // Within a string of JSON there is no bare line break.
        json.writeRawValue(unmarked.replace('\n', ' ').replace('\r', ' '));
    }
}
