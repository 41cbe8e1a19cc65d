package cn.jinniu.bangban.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a request that names every field, one value at a time. */
@DisplayName("In a request that names every field")
class EveryFieldTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> JSON_VALUES =
            List.of("\"a word\"", "17", "1.5", "true", "[]", "{}", "[null]", "[[]]", "{\"a\": 1}");

    /** A value of the request: where it is, and what the contract takes there. */
    record Spot(String pointer, Shape shape, boolean required, boolean element) {
        @Override
        public String toString() {
            return pointer;
        }
    }

    static List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        collect("", CaseFileReader.shape(), MAPPER.readTree(Requests.everyField()), spots);
        return spots;
    }

    private static void collect(String pointer, Shape shape, JsonNode value, List<Spot> spots) {
        if (shape instanceof Shape.ObjectShape object) {
            for (FieldShape field : object.fields()) {
                JsonNode child = value.path(field.name());
                if (!child.isMissingNode()) {
                    String to = pointer + "/" + field.name();
                    spots.add(new Spot(to, field.shape(), field.required(), false));
                    collect(to, field.shape(), child, spots);
                }
            }
        } else if (shape instanceof Shape.ListShape list) {
            for (int i = 0; i < value.size(); i++) {
                String to = pointer + "/" + i;
                spots.add(new Spot(to, list.element(), false, true));
                collect(to, list.element(), value.get(i), spots);
            }
        }
    }

    /** The request with one value replaced by another JSON text. */
    private static String with(Spot spot, String json) {
        JsonNode root = MAPPER.readTree(Requests.everyField());
        int slash = spot.pointer.lastIndexOf('/');
        JsonNode parent = root.at(spot.pointer.substring(0, slash));
        String last = spot.pointer.substring(slash + 1);
        JsonNode value = MAPPER.readTree(json);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
        return root.toString();
    }

    private static List<String> wrong(String json) {
        return Requests.read(json) instanceof Reading.Refused refused
                ? refused.errors().stream().map(Requests::brief).toList()
                : List.of();
    }

    /** Nothing else is wrong, but that other facts may name what the value took away. */
    private static void assertOnly(String expected, String json) {
        assertThat(wrong(json))
                .contains(expected)
                .allMatch(error -> error.equals(expected) || error.endsWith(" UNKNOWN_REFERENCE"));
    }

    @Test
    @DisplayName("there is nothing wrong, and every field of the contract")
    void valid() {
        assertThat(Requests.read(Requests.everyField())).isInstanceOf(Reading.Facts.class);
        assertThat(spots().stream()
                        .map(spot -> spot.pointer.replaceAll("/\\d+", ""))
                        .distinct())
                .hasSize(everyField(CaseFileReader.shape()));
    }

    private static int everyField(Shape shape) {
        if (shape instanceof Shape.ObjectShape object) {
            return object.fields().size()
                    + object.fields().stream()
                            .mapToInt(field -> everyField(field.shape()))
                            .sum();
        }
        return shape instanceof Shape.ListShape list ? everyField(list.element()) : 0;
    }

    @ParameterizedTest
    @MethodSource("spots")
    @DisplayName("a null is REQUIRED for a required field, WRONG_TYPE in a list, and nothing elsewhere")
    void nulls(Spot spot) {
        String json = with(spot, "null");
        if (spot.element) {
            assertOnly(spot.pointer + " WRONG_TYPE", json);
        } else if (spot.required || CONDITIONAL.contains(spot.pointer)) {
            assertOnly(spot.pointer + " REQUIRED", json);
        } else {
            assertThat(wrong(json)).allMatch(error -> error.endsWith(" UNKNOWN_REFERENCE"));
        }
    }

    private static final List<String> CONDITIONAL = List.of(
            "/approvals/0/commitmentDays",
            "/reports/0/commissioner",
            "/reports/1/unit",
            "/reports/2/unit",
            "/reports/2/project");

    @ParameterizedTest
    @MethodSource("spots")
    @DisplayName("a value of any other JSON type is WRONG_TYPE")
    void types(Spot spot) {
        for (String value : JSON_VALUES) {
            if (!jsonType(spot.shape).equals(jsonType(value))) {
                assertOnly(spot.pointer + " WRONG_TYPE", with(spot, value));
            }
        }
    }

    private static String jsonType(String json) {
        JsonNode value = MAPPER.readTree(json);
        return value.isIntegralNumber() ? "INTEGER" : value.getNodeType().name();
    }

    private static String jsonType(Shape shape) {
        if (shape instanceof Shape.IntegerShape) {
            return "INTEGER";
        } else if (shape instanceof Shape.BooleanShape) {
            return "BOOLEAN";
        } else if (shape instanceof Shape.ListShape) {
            return "ARRAY";
        } else {
            return shape instanceof Shape.ObjectShape ? "OBJECT" : "STRING";
        }
    }

    @ParameterizedTest
    @MethodSource("spots")
    @DisplayName("a value of the right JSON type that the field does not take has the contract's code")
    void values(Spot spot) {
        badValues(spot).forEach(bad -> {
            String[] jsonAndCode = bad.split(" ⇒ ");
            assertOnly(spot.pointer + " " + jsonAndCode[1], with(spot, jsonAndCode[0]));
        });
    }

    private static Stream<String> badValues(Spot spot) {
        Shape shape = spot.shape;
        if (shape instanceof Shape.DateShape) {
            return Stream.of(
                    "\"2026-02-30\" ⇒ BAD_FORMAT", "\"1999-12-31\" ⇒ OUT_OF_RANGE", "\"2101-01-01\" ⇒ OUT_OF_RANGE");
        } else if (shape instanceof Shape.MonthShape) {
            return Stream.of("\"2026-13\" ⇒ BAD_FORMAT", "\"1899-12\" ⇒ OUT_OF_RANGE", "\"2101-01\" ⇒ OUT_OF_RANGE");
        } else if (shape instanceof Shape.IntegerShape integer) {
            return Stream.of(integer.min() - 1 + " ⇒ OUT_OF_RANGE", integer.max() + 1 + " ⇒ OUT_OF_RANGE");
        } else if (shape instanceof Shape.TextShape text) {
            return Stream.of("\"" + "名".repeat(text.maxLength() + 1) + "\" ⇒ OUT_OF_RANGE");
        } else if (shape instanceof Shape.IdShape) {
            return Stream.of("\" \" ⇒ BAD_FORMAT", "\"" + "x".repeat(65) + "\" ⇒ OUT_OF_RANGE");
        } else if (shape instanceof Shape.PatternShape) {
            return Stream.of("\"2601\" ⇒ BAD_FORMAT");
        } else if (shape instanceof Shape.WordShape || shape instanceof Shape.SectorShape) {
            return Stream.of("\"NOWHERE\" ⇒ UNKNOWN_VALUE", "\"\" ⇒ UNKNOWN_VALUE");
        } else if (shape instanceof Shape.ReferenceShape) {
            return Stream.of("\"\" ⇒ BAD_FORMAT", "\"nobody\" ⇒ UNKNOWN_REFERENCE");
        } else if (shape instanceof Shape.UnitShape unit) {
            Stream<String> always = Stream.of("\"\" ⇒ BAD_FORMAT", "\"nobody\" ⇒ UNKNOWN_REFERENCE");
            return unit.kinds().contains(UnitKind.OFFICE)
                    ? always
                    : Stream.concat(always, Stream.of("\"service-room\" ⇒ WRONG_UNIT_KIND"));
        }
        return Stream.empty();
    }

    @Test
    @DisplayName("a field that is named twice is DUPLICATE_FIELD, and one more is UNKNOWN_FIELD, in every object")
    void objects() {
        String json = Requests.everyField();
        for (int at = json.indexOf('{'); at >= 0; at = json.indexOf('{', at + 1)) {
            String behind = json.substring(at + 1);
            String first = behind.substring(behind.indexOf('"') + 1, behind.indexOf("\":"));
            assertThat(wrong(json.substring(0, at + 1) + "\"" + first + "\": null," + behind))
                    .anyMatch(error -> error.endsWith("/" + first + " DUPLICATE_FIELD"));
            assertThat(wrong(json.substring(0, at + 1) + "\"surplus\": [{}]," + behind))
                    .singleElement()
                    .matches(error -> error.endsWith("/surplus UNKNOWN_FIELD"));
        }
    }
}
