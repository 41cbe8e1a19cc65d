package cn.jinniu.bangban.log.export;

import cn.jinniu.bangban.log.find.Filter;
import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.text.Language;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as a table for spreadsheets (CSV): a row for each answer, or each that was asked for; a decision that has none has
 * one row all the same. In UTF-8 with a byte order mark, by which Excel and WPS know it.
 */
public final class AnswerTable implements Closeable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final CSVFormat FORMAT = CSVFormat.EXCEL;

    private final CSVPrinter csv;
    private final Language language;
    private final Filter filter;
    private final Privacy privacy;
    private final Masking masking;

    /**
     * @param filter which answers are asked for
     * @param privacy opens what is encrypted, as far as it can
     * @param masking what is left out
     */
    public AnswerTable(OutputStream out, Language language, Filter filter, Privacy privacy, Masking masking)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        this.csv = new CSVPrinter(writer, FORMAT);
        this.language = language;
        this.filter = filter;
        this.privacy = privacy;
        this.masking = masking;
        csv.printRecord(Arrays.stream(Column.values())
                .map(column -> column.title().in(language))
                .toList());
    }

    /** Adds an entry's rows. */
    public void add(Entry entry) throws IOException {
        Shown shown = Shown.of(entry, privacy, masking);
        Bodies bodies = shown.bodies();
        boolean any = false;
        if (bodies != null) {
            JsonNode decision = tree(bodies.answer());
            for (Section section : Section.values()) {
                for (JsonNode answer : decision.path(section.member())) {
                    if (isAskedFor(answer)) {
                        row(shown, decision, section, answer);
                        any = true;
                    }
                }
            }
            if (!any) {
                row(shown, decision, null, JSON.createObjectNode());
            }
        } else {
            row(shown, JSON.createObjectNode(), null, JSON.createObjectNode());
        }
    }

    private static JsonNode tree(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException damaged) {
            return JSON.createObjectNode();
        }
    }

    private boolean isAskedFor(JsonNode answer) {
        return filter.meets(
                answer.path("code").asString(""),
                answer.path("clause").asString(""),
                answer.path("bearer").asStringOpt().orElse(null),
                answer.path("status").asStringOpt().orElse(null));
    }

    private void row(Shown shown, JsonNode decision, @Nullable Section section, JsonNode answer) throws IOException {
        List<@Nullable String> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.add(harmless(
                    switch (column) {
                        case TIME -> TIME.format(shown.time());
                        case DECISION -> shown.entry().draft().id().toString();
                        case CALLER -> shown.entry().draft().caller().name();
                        case RULESET -> shown.entry().draft().ruleset();
                        case BODIES -> shown.state().name();
                        case AS_OF -> text(decision.path("asOf"));
                        case KIND -> section == null ? null : section.title().in(language);
                        case SUBJECT_TYPE -> text(answer.path("subject").path("type"));
                        case SUBJECT -> text(answer.path("subject").path("id"));
                        default -> text(answer.path(column.member()));
                    }));
        }
        csv.printRecord(cells);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        } else if (value.isArray()) {
            return value.valueStream().map(AnswerTable::text).collect(Collectors.joining(" "));
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /** A cell that no spreadsheet computes: what begins like a formula gets an apostrophe before it. */
    private static @Nullable String harmless(@Nullable String cell) {
        return cell == null || cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : '\'' + cell;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
