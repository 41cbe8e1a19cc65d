package cn.jinniu.bangban.facts;

import static cn.jinniu.bangban.facts.Requests.errors;
import static cn.jinniu.bangban.facts.Requests.facts;
import static cn.jinniu.bangban.facts.Requests.notJson;
import static cn.jinniu.bangban.facts.Requests.quoted;
import static cn.jinniu.bangban.facts.Requests.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading a request")
class CaseFileReaderTest {
    private static final String PROJECT = "'projects': [{'id': 'P-1'}]";

    private static String project(String fields) {
        return "{'projects': [{'id': 'P-1', " + fields + "}]}";
    }

    private static String approval(String fields) {
        return "{" + PROJECT
                + ", 'approvals': [{'id': 'V-1', 'project': 'P-1', 'department': 'approval-bureau', 'acceptedOn': '2026-03-02', "
                + fields + "}]}";
    }

    private static String report(String fields) {
        return "{" + PROJECT + ", 'reports': [{'id': 'R-1', 'month': '2026-02', 'submittedOn': '2026-02-25', " + fields
                + "}]}";
    }

    @Nested
    @DisplayName("fills in")
    class Defaults {
        @Test
        @DisplayName("today and the month before it when the request names no day")
        void today() {
            CaseFile facts = facts("{}");
            assertThat(facts.asOf()).isEqualTo(Requests.TODAY);
            assertThat(facts.reportingFrom()).isEqualTo(YearMonth.of(2026, 2));
            assertThat(facts.district()).isNull();
            assertThat(facts.projects()).isEmpty();
            assertThat(facts.followUpVisits()).isEmpty();
        }

        @Test
        @DisplayName("the month before the day the request names")
        void monthBefore() {
            CaseFile facts = facts("{'asOf': '2024-01-31'}");
            assertThat(facts.asOf()).isEqualTo(LocalDate.of(2024, 1, 31));
            assertThat(facts.reportingFrom()).isEqualTo(YearMonth.of(2023, 12));
        }

        @Test
        @DisplayName("what the contract says of fields that are left out or null")
        void fields() {
            assertThat(facts(project("'governmentInvested': null, 'landMode': null, 'listings': null, 'name': null"))
                            .projects()
                            .get(0))
                    .hasToString(facts("{" + PROJECT + "}").projects().get(0).toString())
                    .returns(false, Project::governmentInvested)
                    .returns(LandMode.GRANT, Project::landMode)
                    .returns(List.of(), Project::listings)
                    .returns(null, Project::name);
            assertThat(facts(approval("'kind': 'IMMEDIATE'")).approvals().get(0))
                    .returns(true, Approval::important)
                    .returns(null, Approval::commitmentDays)
                    .returns(List.of(), Approval::suspensions);
        }

        @Test
        @DisplayName("an empty district as a district")
        void emptyDistrict() {
            assertThat(facts("{'district': {}}").district())
                    .isEqualTo(new District(List.of(), List.of(), List.of(), List.of()));
        }
    }

    @Nested
    @DisplayName("calls it not JSON")
    class NotJson {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\r\n\t ", "\uFEFF \r\n"})
        @DisplayName("when it is empty")
        void empty(String body) {
            assertThat(notJson(body)).startsWith("The body is empty; send one JSON object");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nul",
                    "{",
                    "{\"asOf\":}",
                    "{\"asOf\" \"2026-03-26\"}",
                    "{\"asOf\":\"2026-03-26\"",
                    "{\"asOf\":\"2026",
                    "{asOf:null}",
                    "{'asOf':null}",
                    "{\"asOf\":null,}",
                    "[1,]",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":.5}",
                    "{\"a\":NaN}",
                    "// none\n{}",
                    "{}//",
                    "{\"a\":\"\t\"}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u12G4\"}",
                    "{}{}",
                    "{} x",
                    "{},",
                    "[]]",
                    "null null",
                    "\u00a0{}"
                })
        @DisplayName("when it does not follow JSON's grammar, or more follows")
        void grammar(String body) {
            assertThat(notJson(body)).startsWith("The body is not valid JSON: line ");
        }

        @Test
        @DisplayName("and says line, column and byte, counting columns in characters")
        void position() {
            String body = "{\n  \"asOf\": \"2026-03-26\",\n  \"项目\": tru\n}";
            assertThat(notJson(body)).startsWith("The body is not valid JSON: line 3, column 9 (byte 39)");
            Reading.NotJson wrong = (Reading.NotJson) Requests.read(body);
            assertThat(wrong.detail().zh()).startsWith("请求体不是合法的 JSON：第 3 行第 9 列（第 39 字节）");
        }

        @Test
        @DisplayName("at the place in the request, not in the array it is part of")
        void positionInArray() {
            byte[] lines = "{}\n{\"asOf\":}\n{}".getBytes(StandardCharsets.UTF_8);
            Reading alone = Requests.read("{\"asOf\":}");
            assertThat(Requests.READER.read(lines, 3, 9, Requests.TODAY)).isEqualTo(alone);
        }

        @Test
        @DisplayName("when its bytes are not UTF-8")
        void encoding() {
            assertThat(notJson(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}))
                    .contains("column 3 (byte 3): the bytes here are not UTF-8");
            byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
            assertThat(notJson(surrogate)).contains("not UTF-8");
            byte[] cut = "{\"a\":\"金".getBytes(StandardCharsets.UTF_8);
            assertThat(Requests.READER
                            .read(cut, 0, cut.length - 1, Requests.TODAY)
                            .toString())
                    .contains("not UTF-8");
            assertThat(notJson("{}".getBytes(StandardCharsets.UTF_16BE))).contains("not UTF-8");
            assertThat(notJson("{}".getBytes(StandardCharsets.UTF_16LE))).contains("not UTF-8");
            assertThat(notJson("{}".getBytes(StandardCharsets.UTF_16))).contains("not UTF-8");
            assertThat(notJson("{\"name\":\"金牛\"}".getBytes(Charset.forName("GB18030"))))
                    .contains("not UTF-8");
        }

        @Test
        @DisplayName("when it is nested deeper than 1,000, and not when it is nested 1,000 deep")
        void nesting() {
            assertThat(notJson("[".repeat(1001) + "]".repeat(1001))).contains("nesting deeper than 1,000");
            assertThat(notJson("{\"x\":".repeat(1001) + "1" + "}".repeat(1001))).contains("nesting deeper than 1,000");
            assertThat(notJson("[".repeat(2_000_000))).contains("nesting deeper than 1,000");
            assertThat(wrong("[".repeat(1000) + "]".repeat(1000))).containsExactly(" WRONG_TYPE");
            assertThat(wrong("{'x':".repeat(1000) + "1" + "}".repeat(1000))).containsExactly("/x UNKNOWN_FIELD");
        }

        @Test
        @DisplayName("even when facts before the break are wrong")
        void beforeFacts() {
            assertThat(notJson("{\"asOf\": 5, \"projects\": [}")).contains("line 1, column 26");
        }
    }

    @Test
    @DisplayName("passes over a byte order mark")
    void byteOrderMark() {
        assertThat(facts("\uFEFF{'asOf': '2026-01-05'}").asOf()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Nested
    @DisplayName("reports REQUIRED")
    class Required {
        @Test
        @DisplayName("for every required field that is missing or null, where it should be")
        void missing() {
            assertThat(wrong("{'ownerContacts': [{'id': null}]}"))
                    .containsExactly(
                            "/ownerContacts/0/id REQUIRED",
                            "/ownerContacts/0/project REQUIRED",
                            "/ownerContacts/0/contactedOn REQUIRED");
            assertThat(errors("{'projects': [{}]}").get(0).message().en())
                    .isEqualTo("Required field id (id of the project) is missing or null; give it.");
        }

        @Test
        @DisplayName("for commitmentDays of a COMMITMENT")
        void commitmentDays() {
            assertThat(wrong(approval("'kind': 'COMMITMENT'"))).containsExactly("/approvals/0/commitmentDays REQUIRED");
            assertThat(wrong(approval("'kind': 'COMMITMENT', 'commitmentDays': null")))
                    .containsExactly("/approvals/0/commitmentDays REQUIRED");
            assertThat(wrong(approval("'kind': 'COMMITMENT', 'commitmentDays': '5'")))
                    .containsExactly("/approvals/0/commitmentDays WRONG_TYPE");
        }

        @Test
        @DisplayName("for the fields a report's kind asks for")
        void reports() {
            assertThat(wrong(report("'kind': 'SERVICE'"))).containsExactly("/reports/0/commissioner REQUIRED");
            assertThat(wrong(report("'kind': 'EVIDENCE'"))).containsExactly("/reports/0/unit REQUIRED");
            assertThat(wrong(report("'kind': 'PROGRESS'")))
                    .containsExactly("/reports/0/unit REQUIRED", "/reports/0/project REQUIRED");
            assertThat(wrong(report("'kind': 'PROGRES'"))).containsExactly("/reports/0/kind UNKNOWN_VALUE");
            assertThat(quoted(report("'kind': 'EVIDENCE', 'unit': 'xihua-subdistrict', 'commissioner': 'zhang-wei'")))
                    .isInstanceOf(Reading.Facts.class);
        }
    }

    @Nested
    @DisplayName("reports WRONG_TYPE")
    class WrongType {
        @ParameterizedTest
        @ValueSource(strings = {"null", "5", "-0.5", "'x'", "true", "[]", "[{}]", "[1, {'a': [2]}]"})
        @DisplayName("for a body that is not an object, with an empty pointer")
        void body(String body) {
            assertThat(wrong(body)).containsExactly(" WRONG_TYPE");
        }

        @Test
        @DisplayName("for a null in a list, and goes on behind it")
        void nullElements() {
            assertThat(wrong("{'projects': [null, {'id': 'P-1'}, 7, {}]}"))
                    .containsExactly("/projects/0 WRONG_TYPE", "/projects/2 WRONG_TYPE", "/projects/3/id REQUIRED");
            assertThat(wrong("{" + PROJECT + ", 'serviceRequests': [{'id': 'Q', 'project': 'P-1',"
                            + " 'receivedOn': '2026-03-02', 'matters': ['LAND', null, 'OTHER', 'land']}]}"))
                    .containsExactly(
                            "/serviceRequests/0/matters/1 WRONG_TYPE", "/serviceRequests/0/matters/3 UNKNOWN_VALUE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"5.0", "5e0", "5E+0", "0.5", "'5'", "true", "[5]", "{'days': 5}"})
        @DisplayName("for anything but a number written as an integer")
        void integers(String value) {
            assertThat(wrong(approval("'kind': 'COMMITMENT', 'commitmentDays': " + value)))
                    .containsExactly("/approvals/0/commitmentDays WRONG_TYPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"'true'", "1", "0", "'yes'", "[]"})
        @DisplayName("for anything but a boolean")
        void booleans(String value) {
            assertThat(wrong(project("'governmentInvested': " + value)))
                    .containsExactly("/projects/0/governmentInvested WRONG_TYPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"20260326", "true", "['2026-03-26']", "{'day': '2026-03-26'}"})
        @DisplayName("for a date that is not a string, whatever it holds")
        void dates(String value) {
            assertThat(wrong("{'asOf': " + value + "}")).containsExactly("/asOf WRONG_TYPE");
        }

        @Test
        @DisplayName("and says what was expected and what was found")
        void message() {
            assertThat(errors("{'asOf': 20260326}"))
                    .singleElement()
                    .satisfies(error -> assertThat(error.message().en())
                            .isEqualTo("Expected a date string such as \"2026-03-25\" but found the number 20260326;"
                                    + " correct it."))
                    .satisfies(error ->
                            assertThat(error.message().zh()).isEqualTo("应为日期字符串（如 \"2026-03-25\"），实为数字 20260326；请改正。"));
        }
    }

    @Nested
    @DisplayName("reports BAD_FORMAT")
    class BadFormat {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-30", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
                    "2026-1-5", "26-01-05", "2026/01/05", "2026-01-05T00:00:00", " 2026-01-05", "2026-01-05 ", "",
                    "+2026-01-05", "-026-01-05", "２０２６-01-05", "2026-01-0٥", "20260105", "today", "99999-01-01"
                })
        @DisplayName("for a string that is no real date in ASCII digits")
        void dates(String date) {
            assertThat(wrong("{'asOf': '" + date + "'}")).containsExactly("/asOf BAD_FORMAT");
        }

        @Test
        @DisplayName("not for a leap day")
        void leapDay() {
            assertThat(facts("{'asOf': '2024-02-29'}").asOf()).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(facts("{'asOf': '2000-02-29'}").asOf()).isEqualTo(LocalDate.of(2000, 2, 29));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-13", "2026-00", "2026-1", "2026-01-01", "202601", "", "2026-0１"})
        @DisplayName("for a string that is no real month")
        void months(String month) {
            assertThat(wrong("{'reportingFrom': '" + month + "'}")).containsExactly("/reportingFrom BAD_FORMAT");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2601-510106-04-01-12345",
                    "2601-510106-04-01-1234567",
                    "260-510106-04-01-123456",
                    "2601510106040112345678",
                    "２601-510106-04-01-123456",
                    "2601-510106-04-01-123456\\n"
                })
        @DisplayName("for a project code of another shape")
        void codes(String code) {
            assertThat(wrong(project("'code': '" + code + "'"))).containsExactly("/projects/0/code BAD_FORMAT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\\t\\n", "\u3000", "\u00a0 \u2007"})
        @DisplayName("for a blank id of a fact, a person or a unit")
        void ids(String id) {
            assertThat(wrong("{'projects': [{'id': '" + id + "'}], 'appointments': [{'id': 'A', 'commissioner': '" + id
                            + "', 'unit': '" + id + "', 'project': '" + id
                            + "', 'role': 'PRIMARY', 'appointedOn': '2026-01-05'}]}"))
                    .containsExactly(
                            "/projects/0/id BAD_FORMAT",
                            "/appointments/0/commissioner BAD_FORMAT",
                            "/appointments/0/unit BAD_FORMAT",
                            "/appointments/0/project BAD_FORMAT");
        }

        @Test
        @DisplayName("for half a surrogate pair, which no answer could repeat")
        void surrogates() {
            assertThat(wrong("{'projects': [{'id': 'P\\ud800', 'name': '\\ude00\\ud83d'}]}"))
                    .containsExactly("/projects/0/id BAD_FORMAT", "/projects/0/name BAD_FORMAT");
            assertThat(facts("{'projects': [{'id': '\\ud83d\\ude00'}]}")
                            .projects()
                            .get(0)
                            .id())
                    .isEqualTo("😀");
        }
    }

    @Nested
    @DisplayName("reports UNKNOWN_VALUE")
    class UnknownValue {
        @ParameterizedTest
        @CsvSource({
            "sector, INDUSTRIAL",
            "sector, industry",
            "sector, ''",
            "landMode, grant",
            "landMode, GRANTED",
            "landMode, ''",
        })
        @DisplayName("for a word that is not listed, in other letters too")
        void words(String field, String word) {
            assertThat(wrong(project("'" + field + "': '" + word + "'")))
                    .containsExactly("/projects/0/" + field + " UNKNOWN_VALUE");
        }

        @Test
        @DisplayName("and lists the words there are")
        void message() {
            assertThat(errors(project("'landMode': 'grant'")).get(0).message())
                    .satisfies(text -> assertThat(text.en())
                            .isEqualTo("\"grant\" is not one of the words this field takes; use one of (case matters):"
                                    + " GRANT, ALLOCATION, NONE."))
                    .satisfies(text -> assertThat(text.zh()).contains("GRANT、ALLOCATION、NONE"));
        }
    }

    @Nested
    @DisplayName("reports UNKNOWN_FIELD")
    class UnknownField {
        @ParameterizedTest
        @CsvSource({
            "governmentInvesed, governmentInvested",
            "LANDMODE, landMode",
            "land_mode, landMode",
            "leadunit, leadUnit",
            "listing, listings",
            "projectCode, code"
        })
        @DisplayName("and names the nearest field there is")
        void nearest(String name, String nearest) {
            assertThat(errors(project("'" + name + "': null")))
                    .singleElement()
                    .returns("/projects/0/" + name + " UNKNOWN_FIELD", Requests::brief)
                    .satisfies(error -> assertThat(error.message().en())
                            .contains("\"" + name + "\"")
                            .contains("the nearest is \"" + nearest + "\""))
                    .satisfies(error -> assertThat(error.message().zh()).contains("最接近的是 \"" + nearest + "\""));
        }

        @Test
        @DisplayName("with the characters of its name escaped in the pointer")
        void escapes() {
            assertThat(wrong("{'a/b~c': 1, '': 2, '项目': {'x': [1]}, 'Projects': null, '\\u0000': 3}"))
                    .containsExactly(
                            "/a~1b~0c UNKNOWN_FIELD",
                            "/ UNKNOWN_FIELD",
                            "/项目 UNKNOWN_FIELD",
                            "/Projects UNKNOWN_FIELD",
                            "/\0 UNKNOWN_FIELD");
        }

        @Test
        @DisplayName("once, also when the unknown field is named twice")
        void twice() {
            assertThat(wrong("{'asof': 1, 'asof': 2}")).containsExactly("/asof UNKNOWN_FIELD");
        }

        @Test
        @DisplayName("not for a field whose name is written with escapes")
        void escaped() {
            assertThat(facts("{'\\u0061sOf': '2026-01-05'}").asOf()).isEqualTo(LocalDate.of(2026, 1, 5));
        }
    }

    @Nested
    @DisplayName("reports DUPLICATE_FIELD")
    class DuplicateField {
        @Test
        @DisplayName("once for a field named twice or more, and reads the first of its values only")
        void named() {
            assertThat(wrong("{'asOf': '2026-03-26', 'asOf': '2026-03-26'}")).containsExactly("/asOf DUPLICATE_FIELD");
            assertThat(wrong("{'asOf': null, 'asOf': 5, '\\u0061sOf': {'a': 1, 'a': 2}}"))
                    .containsExactly("/asOf DUPLICATE_FIELD");
            assertThat(wrong("{'projects': [{'id': null, 'id': 'P-1'}], 'ownerContacts':"
                            + " [{'id': 'C', 'project': 'P-1', 'contactedOn': '2026-01-05'}]}"))
                    .containsExactly("/projects/0/id DUPLICATE_FIELD");
            assertThat(wrong("{" + PROJECT + ", 'projects': [{}, {'sector': 'X'}], 'ownerContacts':"
                            + " [{'id': 'C', 'project': 'P-1', 'contactedOn': '2026-01-05'}]}"))
                    .containsExactly("/projects DUPLICATE_FIELD");
        }

        @Test
        @DisplayName("also in objects inside values that are not wanted")
        void unwanted() {
            assertThat(wrong("{'x': [{'a': 1, 'b': {'c': 1, 'c': 2}, 'a': 3}], 'asOf': {'d': 1, 'd': 2}}"))
                    .containsExactly(
                            "/x UNKNOWN_FIELD",
                            "/x/0/b/c DUPLICATE_FIELD",
                            "/x/0/a DUPLICATE_FIELD",
                            "/asOf WRONG_TYPE",
                            "/asOf/d DUPLICATE_FIELD");
            assertThat(wrong("[{'a': 1, 'a': 2}]")).containsExactly(" WRONG_TYPE", "/0/a DUPLICATE_FIELD");
        }
    }

    @Nested
    @DisplayName("reports DUPLICATE_ID")
    class DuplicateId {
        @Test
        @DisplayName(
                "for the later of two ids that are the same in one list, whatever else is wrong with their elements")
        void ids() {
            assertThat(
                            wrong(
                                    "{'projects': [{'id': 'P', 'sector': 5}, {'id': 'Q'}, {'id': 'P'}, {'id': 'p'}, {'id': 'P'}]}"))
                    .containsExactly(
                            "/projects/0/sector WRONG_TYPE",
                            "/projects/2/id DUPLICATE_ID",
                            "/projects/4/id DUPLICATE_ID");
        }

        @Test
        @DisplayName("not for the same id in another list")
        void lists() {
            assertThat(facts("{'projects': [{'id': 'P'}], 'ownerContacts': [{'id': 'P', 'project': 'P',"
                            + " 'contactedOn': '2026-01-05'}], 'district': {'trainings': [{'id': 'P'}]}}"))
                    .isNotNull();
        }

        @Test
        @DisplayName("for a second entry of a level and year, at the entry")
        void levelAndYear() {
            String entries = "[{'level': 'DISTRICT', 'year': 2026, 'issuedOn': 'soon'},"
                    + " {'level': 'DISTRICT', 'year': 2025, 'issuedOn': '2025-01-05'},"
                    + " {'level': 'MUNICIPAL', 'year': 2026, 'issuedOn': '2026-01-05'},"
                    + " {'issuedOn': '2026-01-05', 'year': 2026, 'level': 'DISTRICT'}]";
            assertThat(wrong(project("'listings': " + entries)))
                    .containsExactly(
                            "/projects/0/listings/0/issuedOn BAD_FORMAT", "/projects/0/listings/3 DUPLICATE_ID");
            assertThat(wrong("{'district': {'keyProjectLists': " + entries + "}}"))
                    .containsExactly(
                            "/district/keyProjectLists/0/issuedOn BAD_FORMAT",
                            "/district/keyProjectLists/3 DUPLICATE_ID");
        }

        @Test
        @DisplayName("not for the same level and year of another project, nor for plans and bulletins")
        void mayRepeat() {
            String listings = "'listings': [{'level': 'DISTRICT', 'year': 2026, 'issuedOn': '2026-01-05'}]";
            assertThat(
                            facts(
                                    "{'projects': [{'id': 'P', " + listings + "}, {'id': 'Q', " + listings + "}],"
                                            + " 'district': {'trainingPlans': [{'year': 2026, 'issuedOn': '2026-01-05'},"
                                            + " {'year': 2026, 'issuedOn': '2026-01-05'}], 'bulletins':"
                                            + " [{'month': '2026-01', 'issuedOn': '2026-02-05'}, {'month': '2026-01', 'issuedOn': '2026-02-05'}]}}"))
                    .isNotNull();
        }

        @Test
        @DisplayName("keeps the ids of a list apart from those of the lists in it")
        void nested() {
            assertThat(wrong(
                            "{'projects': [{'listings': [{'level': 'DISTRICT', 'year': 2026, 'issuedOn': '2026-01-05'}],"
                                    + " 'id': 'P'}, {'id': 'P', 'listings': []}]}"))
                    .containsExactly("/projects/1/id DUPLICATE_ID");
        }
    }

    @Nested
    @DisplayName("reports OUT_OF_RANGE")
    class OutOfRange {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "-1",
                    "366",
                    "2147483648",
                    "-2147483649",
                    "4294967297",
                    "9223372036854775808",
                    "123456789012345678901234567890"
                })
        @DisplayName("for an integer outside its bounds, however long")
        void numbers(String value) {
            assertThat(wrong(approval("'kind': 'COMMITMENT', 'commitmentDays': " + value)))
                    .containsExactly("/approvals/0/commitmentDays OUT_OF_RANGE");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 365})
        @DisplayName("not for the bounds themselves")
        void bounds(int days) {
            assertThat(facts(approval("'kind': 'COMMITMENT', 'commitmentDays': " + days))
                            .approvals()
                            .get(0)
                            .commitmentDays())
                    .isEqualTo(days);
        }

        @Test
        @DisplayName("for a year before 2000 or after 2100")
        void years() {
            assertThat(wrong("{'district': {'trainingPlans': [{'year': 1999, 'issuedOn': '2026-01-05'},"
                            + " {'year': 2000, 'issuedOn': '2026-01-05'}, {'year': 2100, 'issuedOn': '2026-01-05'},"
                            + " {'year': 2101, 'issuedOn': '2026-01-05'}]}}"))
                    .containsExactly(
                            "/district/trainingPlans/0/year OUT_OF_RANGE",
                            "/district/trainingPlans/3/year OUT_OF_RANGE");
        }

        @Test
        @DisplayName("for a date before 2000-01-01 or after 2100-12-31")
        void dates() {
            assertThat(wrong("{'asOf': '1999-12-31'}")).containsExactly("/asOf OUT_OF_RANGE");
            assertThat(wrong("{'asOf': '2101-01-01'}")).containsExactly("/asOf OUT_OF_RANGE");
            assertThat(wrong("{'asOf': '0000-01-01'}")).containsExactly("/asOf OUT_OF_RANGE");
            assertThat(facts("{'asOf': '2000-01-01'}").reportingFrom()).isEqualTo(YearMonth.of(1999, 12));
            assertThat(facts("{'asOf': '2100-12-31'}").asOf()).isEqualTo(LocalDate.of(2100, 12, 31));
        }

        @Test
        @DisplayName("for a report's or bulletin's month outside those years")
        void months() {
            assertThat(wrong("{'district': {'bulletins': [{'month': '1999-12', 'issuedOn': '2026-01-05'},"
                            + " {'month': '2000-01', 'issuedOn': '2026-01-05'}, {'month': '2100-12', 'issuedOn': '2026-01-05'},"
                            + " {'month': '2101-01', 'issuedOn': '2026-01-05'}]}}"))
                    .containsExactly(
                            "/district/bulletins/0/month OUT_OF_RANGE", "/district/bulletins/3/month OUT_OF_RANGE");
        }

        @Test
        @DisplayName("for a string that is too long, counted in characters as people see them")
        void lengths() {
            String longest = "😀".repeat(64);
            assertThat(facts("{'projects': [{'id': '" + longest + "', 'name': '" + "金".repeat(200) + "'}]}")
                            .projects()
                            .get(0)
                            .id())
                    .isEqualTo(longest);
            assertThat(wrong("{'projects': [{'id': '" + longest + "x', 'name': '" + "金".repeat(201) + "'}],"
                            + " 'ownerContacts': [{'id': 'C', 'project': '" + longest + "x', 'commissioner': '"
                            + longest
                            + "x', 'contactedOn': '2026-01-05'}]}"))
                    .containsExactly(
                            "/projects/0/id OUT_OF_RANGE",
                            "/projects/0/name OUT_OF_RANGE",
                            "/ownerContacts/0/project OUT_OF_RANGE",
                            "/ownerContacts/0/commissioner OUT_OF_RANGE");
        }

        @ParameterizedTest
        @CsvSource({"2026-04, 2026-03-01", "2021-02, 2026-03-31", "2020-12, 2026-01-01", "2027-01, 2026-12-31"})
        @DisplayName("for a first month after that of asOf, or more than 60 months before it")
        void reportingFrom(String from, String asOf) {
            assertThat(wrong("{'reportingFrom': '" + from + "', 'asOf': '" + asOf + "'}"))
                    .containsExactly("/reportingFrom OUT_OF_RANGE");
        }

        @ParameterizedTest
        @CsvSource({"2026-03, 2026-03-01", "2021-03, 2026-03-31", "1995-01, 2000-01-31"})
        @DisplayName("not for the month of asOf, nor for the one 60 months before it")
        void reportingFromBounds(String from, String asOf) {
            assertThat(facts("{'reportingFrom': '" + from + "', 'asOf': '" + asOf + "'}")
                            .reportingFrom())
                    .hasToString(from);
        }

        @Test
        @DisplayName("for a first month measured by today when the request names no day, and unmeasured by a wrong one")
        void reportingFromToday() {
            assertThat(wrong("{'reportingFrom': '2026-04'}")).containsExactly("/reportingFrom OUT_OF_RANGE");
            assertThat(wrong("{'reportingFrom': '2021-02', 'asOf': null}"))
                    .containsExactly("/reportingFrom OUT_OF_RANGE");
            assertThat(wrong("{'reportingFrom': '2026-04', 'asOf': '2026-04-31'}"))
                    .containsExactly("/asOf BAD_FORMAT");
        }
    }

    @Nested
    @DisplayName("reports UNKNOWN_REFERENCE")
    class UnknownReference {
        private static final String CONTACTS =
                "'ownerContacts': [{'id': 'C', 'project': 'P-1', 'contactedOn': '2026-01-05'},"
                        + " {'id': 'D', 'project': 'P-2', 'contactedOn': 'soon'}]";

        @Test
        @DisplayName("for a project that is not in the request, whether projects come before or after")
        void projects() {
            assertThat(wrong("{" + PROJECT + ", " + CONTACTS + "}"))
                    .containsExactly(
                            "/ownerContacts/1/project UNKNOWN_REFERENCE", "/ownerContacts/1/contactedOn BAD_FORMAT");
            assertThat(wrong("{" + CONTACTS + ", " + PROJECT + "}"))
                    .containsExactly(
                            "/ownerContacts/1/project UNKNOWN_REFERENCE", "/ownerContacts/1/contactedOn BAD_FORMAT");
        }

        @Test
        @DisplayName("not for a project that has other errors")
        void wrongProject() {
            assertThat(wrong("{'projects': [{'id': 'P-1', 'sector': 'X'}, {'id': 'P-2', 'extra': 1}], " + CONTACTS
                            + "}"))
                    .containsExactly(
                            "/projects/0/sector UNKNOWN_VALUE",
                            "/projects/1/extra UNKNOWN_FIELD",
                            "/ownerContacts/1/contactedOn BAD_FORMAT");
        }

        @Test
        @DisplayName("for a visit to a report that is missing or of another kind than SERVICE")
        void reports() {
            assertThat(
                            wrong(
                                    "{'followUpVisits': [{'id': 'F', 'report': 'R-1', 'visitor': 'x', 'visitedOn': '2026-03-02'},"
                                            + " {'id': 'G', 'report': 'R-2', 'visitor': 'x', 'visitedOn': '2026-03-02'},"
                                            + " {'id': 'H', 'report': 'R-3', 'visitor': 'x', 'visitedOn': '2026-03-02'}], 'reports': ["
                                            + " {'id': 'R-1', 'kind': 'SERVICE', 'commissioner': 'y', 'month': '2026-02', 'submittedOn': '2026-02-27'},"
                                            + " {'id': 'R-2', 'kind': 'EVIDENCE', 'unit': 'xihua-subdistrict', 'month': '2026-02', 'submittedOn': '2026-02-27'}]}"))
                    .containsExactly(
                            "/followUpVisits/1/report UNKNOWN_REFERENCE", "/followUpVisits/2/report UNKNOWN_REFERENCE");
        }

        @Test
        @DisplayName("for a unit that is not in the directory, and names the nearest")
        void units() {
            assertThat(errors(project("'leadUnit': 'helth-bureau'")))
                    .singleElement()
                    .returns("/projects/0/leadUnit UNKNOWN_REFERENCE", Requests::brief)
                    .satisfies(error -> assertThat(error.message().en()).contains("the nearest is \"health-bureau\""));
        }
    }

    @Nested
    @DisplayName("reports WRONG_UNIT_KIND")
    class WrongUnitKind {
        @ParameterizedTest
        @CsvSource({
            "leadUnit, service-room",
            "functionalZone, xihua-subdistrict",
            "subdistrict, jinniu-hightech-zone",
            "enterprise, health-bureau"
        })
        @DisplayName("for a unit of another kind than the field takes")
        void kinds(String field, String unit) {
            assertThat(errors(project("'" + field + "': '" + unit + "'")))
                    .singleElement()
                    .returns("/projects/0/" + field + " WRONG_UNIT_KIND", Requests::brief)
                    .satisfies(error -> assertThat(error.message().en()).contains(unit));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "health-bureau",
                    "jinniu-hightech-zone",
                    "xihua-subdistrict",
                    "jinniu-urban-construction-group"
                })
        @DisplayName("not for a lead unit of any kind but OFFICE")
        void leadUnit(String unit) {
            assertThat(facts(project("'leadUnit': '" + unit + "'"))
                            .projects()
                            .get(0)
                            .leadUnit()
                            .id())
                    .isEqualTo(unit);
        }
    }

    @Nested
    @DisplayName("reports WRONG_ORDER")
    class WrongOrder {
        @Test
        @DisplayName("at the date that should be later")
        void later() {
            assertThat(wrong(
                            "{'appointments': [{'id': 'A', 'commissioner': 'x', 'unit': 'health-bureau', 'role': 'BACKUP',"
                                    + " 'endedOn': '2026-03-01', 'appointedOn': '2026-03-02'}]}"))
                    .containsExactly("/appointments/0/endedOn WRONG_ORDER");
            assertThat(wrong(approval("'kind': 'COMMITMENT', 'commitmentDays': 5, 'completedOn': '2026-03-01',"
                            + " 'suspensions': [{'from': '2026-03-03', 'to': '2026-03-02'}]")))
                    .containsExactly(
                            "/approvals/0/suspensions/0/to WRONG_ORDER", "/approvals/0/completedOn WRONG_ORDER");
            assertThat(wrong("{" + PROJECT + ", 'difficulties': [{'id': 'X', 'project': 'P-1', 'kind': 'SECTOR',"
                            + " 'raisedOn': '2026-03-02', 'resolvedOn': '2026-03-01'}]}"))
                    .containsExactly("/difficulties/0/resolvedOn WRONG_ORDER");
            assertThat(wrong("{'reports': [{'id': 'R', 'kind': 'SERVICE', 'commissioner': 'y', 'month': '2026-02',"
                            + " 'submittedOn': '2026-02-27'}], 'followUpVisits': [{'id': 'F', 'report': 'R', 'visitor': 'x',"
                            + " 'visitedOn': '2026-03-02', 'recordedOn': '2026-03-01'}]}"))
                    .containsExactly("/followUpVisits/0/recordedOn WRONG_ORDER");
        }

        @Test
        @DisplayName("not for the same day")
        void sameDay() {
            assertThat(facts(approval("'kind': 'COMMITMENT', 'commitmentDays': 5, 'completedOn': '2026-03-02',"
                                    + " 'suspensions': [{'from': '2026-03-03', 'to': '2026-03-03'}]"))
                            .approvals())
                    .hasSize(1);
        }

        @Test
        @DisplayName("not beside another error of one of the dates")
        void wrongDates() {
            assertThat(wrong(approval("'kind': 'IMMEDIATE', 'completedOn': '1999-12-31'")))
                    .containsExactly("/approvals/0/completedOn OUT_OF_RANGE");
        }
    }

    @Nested
    @DisplayName("reports NOT_ALLOWED")
    class NotAllowed {
        @Test
        @DisplayName("for commitment days and suspensions of an IMMEDIATE approval")
        void immediate() {
            assertThat(wrong(approval(
                            "'commitmentDays': 5, 'suspensions': [{'from': '2026-03-03'}], 'kind': 'IMMEDIATE'")))
                    .containsExactly("/approvals/0/commitmentDays NOT_ALLOWED", "/approvals/0/suspensions NOT_ALLOWED");
        }

        @Test
        @DisplayName("beside what is wrong inside the suspensions, but not beside what is wrong with the same value")
        void besideOthers() {
            assertThat(wrong(approval("'kind': 'IMMEDIATE', 'commitmentDays': 0, 'suspensions': [null, {}]")))
                    .containsExactly(
                            "/approvals/0/commitmentDays OUT_OF_RANGE",
                            "/approvals/0/suspensions/0 WRONG_TYPE",
                            "/approvals/0/suspensions/1/from REQUIRED",
                            "/approvals/0/suspensions NOT_ALLOWED");
            assertThat(wrong(approval("'kind': 'IMMEDIATE', 'suspensions': {}")))
                    .containsExactly("/approvals/0/suspensions WRONG_TYPE");
        }

        @Test
        @DisplayName("not for null or an empty list, which say nothing")
        void nothingSaid() {
            assertThat(facts(approval("'kind': 'IMMEDIATE', 'commitmentDays': null, 'suspensions': []"))
                            .approvals())
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("reports the first of several codes")
    class Precedence {
        @Test
        @DisplayName("that are true of one value")
        void first() {
            String tooLong = "x".repeat(65);
            assertThat(wrong("{'projects': [{'id': '" + tooLong + "'}, {'id': '" + tooLong + "'}]}"))
                    .containsExactly("/projects/0/id OUT_OF_RANGE", "/projects/1/id DUPLICATE_ID");
            assertThat(wrong("{'projects': [{'id': '" + " ".repeat(65) + "'}, {'id': '" + " ".repeat(65) + "'}]}"))
                    .containsExactly("/projects/0/id BAD_FORMAT", "/projects/1/id BAD_FORMAT");
            assertThat(wrong(project("'sector': '" + tooLong + "'")))
                    .containsExactly("/projects/0/sector UNKNOWN_VALUE");
        }
    }

    @Nested
    @DisplayName("of a hostile body")
    class Hostile {
        @Test
        @DisplayName("answers a number of a million digits")
        void number() {
            assertThat(wrong("{'district': {'trainingPlans': [{'year': " + "9".repeat(1 << 20)
                            + ", 'issuedOn': '2026-01-05'}]}}"))
                    .containsExactly("/district/trainingPlans/0/year OUT_OF_RANGE");
            assertThat(wrong("{'asOf': 1." + "9".repeat(1 << 20) + "}")).containsExactly("/asOf WRONG_TYPE");
        }

        @Test
        @DisplayName("answers a string and a field name of a million characters, and quotes their beginnings")
        void strings() {
            assertThat(errors(project("'name': '" + "x".repeat(1 << 20) + "'")))
                    .singleElement()
                    .returns("/projects/0/name OUT_OF_RANGE", Requests::brief)
                    .satisfies(
                            error -> assertThat(error.message().zh().length()).isLessThan(150));
            assertThat(errors("{'" + "n".repeat(1 << 20) + "': 1}"))
                    .singleElement()
                    .returns("/" + "n".repeat(1 << 20), FactError::pointer)
                    .satisfies(
                            error -> assertThat(error.message().en().length()).isLessThan(200));
        }

        @Test
        @DisplayName("lists some 20,000 errors and counts the rest")
        void errorsWithoutEnd() {
            Reading.Refused refused = (Reading.Refused) quoted("{'projects': [null" + ",null".repeat(99_999) + "]}");
            assertThat(refused.errors()).hasSizeGreaterThan(20_000);
            assertThat(refused.errors().size() + refused.unlisted()).isEqualTo(100_000);
            assertThat(refused.errors().get(1).pointer()).isEqualTo("/projects/1");
        }

        @Test
        @DisplayName("keeps nothing of it for the next")
        void forgets() {
            for (int i = 0; i < 20; i++) {
                assertThat(wrong("{'x" + i + "': {'" + "y".repeat(1 << 10) + i + "': 1}}"))
                        .containsExactly("/x" + i + " UNKNOWN_FIELD");
                assertThat(facts("{'asOf': '2026-01-05'}").asOf()).isEqualTo(LocalDate.of(2026, 1, 5));
            }
        }
    }

    @Test
    @DisplayName("shows what cannot be seen in a value as something that can")
    void quotes() {
        assertThat(errors("{'asOf': 'a\\n\\u0007\\u202eb'}").get(0).message().en())
                .startsWith("\"a \uFFFD\uFFFDb\" is not");
    }
}
