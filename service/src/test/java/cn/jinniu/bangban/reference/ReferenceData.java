package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The directory, the sector table and the calendar as they came with the policy: the reference's own copies. */
public final class ReferenceData {
    /** Units by id, in the directory's order. */
    public static final Map<String, Unit> UNITS = units();

    /** Sector → department (§2). */
    public static final Map<String, String> SECTORS = sectors();

    /** The days that are not plain weekdays and weekends. */
    public static final List<ReferenceCalendar.Row> CALENDAR_ROWS = calendarRows();

    static final ReferenceCalendar CALENDAR = new ReferenceCalendar(CALENDAR_ROWS);

    private ReferenceData() {}

    public static ReferenceDecider decider() {
        return new ReferenceDecider(UNITS, SECTORS, CALENDAR);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        forEachRow("directory.csv", row -> {
            UnitKind kind = UnitKind.valueOf(row.get("kind"));
            units.put(row.get("id"), new Unit(row.get("id"), kind, row.get("nameZh"), row.get("nameEn")));
        });
        return units;
    }

    private static List<ReferenceCalendar.Row> calendarRows() {
        List<ReferenceCalendar.Row> rows = new ArrayList<>();
        forEachRow("calendar.csv", row -> {
            LocalDate date = LocalDate.parse(row.get("date"));
            rows.add(new ReferenceCalendar.Row(date, ReferenceCalendar.Kind.valueOf(row.get("kind"))));
        });
        return rows;
    }

    private static Map<String, String> sectors() {
        Map<String, String> sectors = new LinkedHashMap<>();
        sectors.put("INDUSTRY", "economy-information-bureau");
        sectors.put("EDUCATION", "education-bureau");
        sectors.put("CIVIL_AFFAIRS", "civil-affairs-bureau");
        sectors.put("EMPLOYMENT", "human-resources-bureau");
        sectors.put("HOUSING_TRANSPORT", "housing-transport-bureau");
        sectors.put("URBAN_RENEWAL", "urban-renewal-bureau");
        sectors.put("AGRICULTURE_WATER", "agriculture-water-bureau");
        sectors.put("CULTURE_SPORTS_TOURISM", "culture-tourism-bureau");
        sectors.put("HEALTH", "health-bureau");
        sectors.put("EMERGENCY", "emergency-bureau");
        sectors.put("MARKET", "market-regulation-bureau");
        sectors.put("URBAN_MANAGEMENT", "law-enforcement-bureau");
        sectors.put("LAND_PLANNING", "planning-resources-bureau");
        sectors.put("ENVIRONMENT", "ecology-environment-bureau");
        return sectors;
    }

    private static void forEachRow(String file, Consumer<CSVRecord> action) {
        String path = "/reference/" + file;
        InputStream bytes = Objects.requireNonNull(ReferenceData.class.getResourceAsStream(path), path);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            format.parse(text).forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
