package cn.jinniu.bangban.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The calendar of due days")
class DueCalendarTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 30);

    private static ObjectNode request(String facts) {
        return Forecasts.tree("{\"asOf\":\"2026-03-03\",\"projects\":[{\"id\":\"P-1\",\"name\":\"高新园智能制造基地，二期；扩建\","
                + "\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2026-03-02\","
                + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}]" + facts + "}]}");
    }

    /** Unfolded content lines of each event, by name without parameters. */
    private static List<Map<String, String>> events(String calendar) {
        List<Map<String, String>> events = new ArrayList<>();
        for (String line : calendar.replace("\r\n ", "").split("\r\n")) {
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new LinkedHashMap<>());
            } else if (!events.isEmpty() && !line.startsWith("END:")) {
                String name = line.substring(0, line.indexOf(':'));
                assertThat(events.get(events.size() - 1).put(name, line.substring(line.indexOf(':') + 1)))
                        .isNull();
            }
        }
        return events;
    }

    private static Map<String, String> event(String calendar, String summary) {
        List<Map<String, String>> found = events(calendar).stream()
                .filter(event -> event.get("SUMMARY").startsWith(summary))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    @DisplayName("has an all-day event for a due day, with the obligation's sentence in the language asked for")
    void event() {
        String calendar = Forecasts.calendar(request(""), UNTIL, null, Language.ZH);
        assertThat(event(calendar, "匹配服务专员"))
                .containsEntry("DTSTART;VALUE=DATE", "20260305")
                .containsEntry("DTSTAMP", "20260303T000000Z")
                .containsEntry("SUMMARY", "匹配服务专员 · 高新园智能制造基地，二期；扩建")
                .containsEntry("DESCRIPTION", "金牛高新技术产业园区应于2026-03-05前（含当日）为项目P-1“高新园智能制造基地，二期；扩建”匹配服务专员。")
                .containsEntry("STATUS", "CONFIRMED")
                .containsEntry("TRANSP", "TRANSPARENT");
        assertThat(event(Forecasts.calendar(request(""), UNTIL, null, Language.EN), "Assign a commissioner")
                        .get("DESCRIPTION"))
                .startsWith("Jinniu High-Tech Industrial Park is to assign a commissioner");
    }

    @Test
    @DisplayName("gives an obligation the same UID on another day and in another request, and different ones to two")
    void uids() {
        String today = event(Forecasts.calendar(request(""), UNTIL, null, Language.ZH), "匹配服务专员")
                .get("UID");
        ObjectNode later = request(",\"governmentInvested\":true").put("asOf", "2026-03-20");
        assertThat(event(Forecasts.calendar(later, UNTIL, null, Language.EN), "Assign a commissioner"))
                .containsEntry("UID", today);
        List<String> all = events(Forecasts.calendar(request(""), UNTIL, null, Language.ZH)).stream()
                .map(event -> event.get("UID"))
                .toList();
        assertThat(all).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("leaves out what falls away before it is due, and keeps what is due before that")
    void fallsAway() {
        String calendar = Forecasts.calendar(request(",\"completedOn\":\"2026-03-10\""), UNTIL, null, Language.ZH);
        assertThat(events(calendar))
                .extracting(event -> event.get("SUMMARY"))
                .noneMatch(summary -> summary.startsWith("移交"));
        assertThat(event(calendar, "匹配服务专员")).containsEntry("DTSTART;VALUE=DATE", "20260305");
    }

    @Test
    @DisplayName("marks a due day in a year without calendar data as tentative")
    void provisional() {
        ObjectNode request = Forecasts.tree("{\"asOf\":\"2028-03-03\",\"projects\":[{\"id\":\"P-1\","
                + "\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2028-03-02\","
                + "\"majorInvestmentRecognisedOn\":\"2028-02-10\"}]}");
        assertThat(event(Forecasts.calendar(request, LocalDate.of(2028, 3, 3), null, Language.ZH), "匹配服务专员"))
                .containsEntry("STATUS", "TENTATIVE");
    }

    @Test
    @DisplayName("narrowed to a unit has its duties only, and its name")
    void bearer() {
        String calendar = Forecasts.calendar(request(""), UNTIL, "land-use-center", Language.EN);
        assertThat(calendar).contains("NAME:Bangban due days: District Land Use Center");
        assertThat(events(calendar))
                .extracting(event -> event.get("SUMMARY"))
                .containsExactly("Hand over the land · 高新园智能制造基地，二期；扩建");
    }

    @Test
    @DisplayName("without an event is still a calendar")
    void empty() {
        String calendar = Forecasts.calendar(Forecasts.tree("{\"asOf\":\"2026-03-03\"}"), UNTIL, null, Language.ZH);
        assertThat(events(calendar)).isEmpty();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    @DisplayName("is the same in any time zone of the machine")
    void timeZones() {
        String here = Forecasts.calendar(request(""), UNTIL, null, Language.ZH);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
            assertThat(Forecasts.calendar(request(""), UNTIL, null, Language.ZH))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    static LongStream seeds() {
        return LongStream.range(7100, 7116);
    }

    @ParameterizedTest(name = "of random request {0} keeps to RFC 5545, with one event for each obligation that is due")
    @MethodSource("seeds")
    void form(long seed) {
        ObjectNode request = Forecasts.tree(RandomRequests.of(seed).json());
        request.remove("reportingFrom");
        LocalDate asOf = LocalDate.parse(request.get("asOf").stringValue());
        String calendar = Forecasts.calendar(request, asOf.plusDays(10), null, Language.ZH);
        assertThat(calendar).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n|\r[^\n]");
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(Biweekly.parse(calendar).all()).hasSize(1);
        assertThat(Biweekly.parse(calendar).first().getEvents()).hasSameSizeAs(events(calendar));
        Set<String> due = new HashSet<>();
        ObjectNode fixed = request.deepCopy();
        fixed.put("reportingFrom", asOf.minusMonths(1).toString().substring(0, 7));
        for (int day = 0; day <= 10; day++) {
            for (JsonNode obligation :
                    Forecasts.decisionOn(asOf.plusDays(day), fixed).get("obligations")) {
                String dueDay = obligation.get("due").asString("");
                boolean reached =
                        day == 10 || dueDay.compareTo(asOf.plusDays(day).toString()) <= 0;
                if (!dueDay.isEmpty() && reached) {
                    due.add(obligation.get("id").stringValue());
                }
            }
        }
        assertThat(events(calendar)).hasSize(due.size());
    }
}
