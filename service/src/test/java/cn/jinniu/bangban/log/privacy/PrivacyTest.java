package cn.jinniu.bangban.log.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Names on the log")
class PrivacyTest {
    private static final String REQUEST = """
            {"asOf" : "2026-03-26", "projects":[
              {"id":"P-1","name" : "金牛高新园\\u667a能制造基地", "listings":[]},
              {"name":null,"id":"P-2"}, {"id":"P-3","name":"a\\"b\\\\"}],
             "appointments":[{"id":"A-1","commissioner":"li-na"}]}
            """;
    private static final String ANSWER = "{\"determinations\":[],\"obligations\":[{\"id\":\"X:u:commissioner:li-na\","
            + "\"code\":\"X\",\"assignee\":\"li-na\",\"subject\":{\"type\":\"commissioner\",\"id\":\"li-na\"},"
            + "\"message\":\"专员li-na为项目P-1“金牛高新园智能制造基地”、项目“a\\\"b\\\\”办理\"}],\"alerts\":[]}";
    private static final List<String> POINTERS = List.of("/projects/*/name", "/appointments/*/commissioner");
    private static final UUID ID = new UUID(1, 2);

    private static Bodies bodies(String request, String answer) {
        return new Bodies(request.getBytes(StandardCharsets.UTF_8), answer.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Draft draft(Privacy.Stored stored) {
        return new Draft(
                Kind.DECISION,
                ID,
                new Caller("c", KnownBy.CLIENT_ID),
                "v",
                0,
                1,
                stored.request(),
                stored.answer(),
                stored.hidden());
    }

    @Test
    @DisplayName(
            "are left out of exports at their places, and wherever the answer tells of them; all else keeps its bytes")
    void masked() {
        Bodies masked = Masking.of(POINTERS).mask(bodies(REQUEST, ANSWER));
        assertThat(text(masked.request())).isEqualTo("""
                        {"asOf" : "2026-03-26", "projects":[
                          {"id":"P-1","name" : "***", "listings":[]},
                          {"name":null,"id":"P-2"}, {"id":"P-3","name":"***"}],
                         "appointments":[{"id":"A-1","commissioner":"***"}]}
                        """);
        assertThat(text(masked.answer()))
                .isEqualTo("{\"determinations\":[],\"obligations\":[{\"id\":\"X:u:commissioner:***\","
                        + "\"code\":\"X\",\"assignee\":\"***\",\"subject\":{\"type\":\"commissioner\",\"id\":\"***\"},"
                        + "\"message\":\"专员***为项目P-1“***”、项目“***”办理\"}],\"alerts\":[]}");
    }

    @Test
    @DisplayName("that are objects, lists or numbers are left out whole, and so is what only the answer has")
    void others() {
        Bodies masked = Masking.of(List.of("/a/1", "/o", "/n", "/obligations/*/message", "/x~1y"))
                .mask(bodies(
                        "{\"a\":[1,[2,{\"s\":\"t\"}],3],\"o\":{\"p\":[{}]},\"n\":-1.5e3,\"x/y\":true}",
                        "{\"obligations\":[{\"message\":\"m\",\"clause\":\"1\"}]}"));
        assertThat(text(masked.request()))
                .isEqualTo("{\"a\":[1,\"***\",3],\"o\":\"***\",\"n\":\"***\",\"x/y\":\"***\"}");
        assertThat(text(masked.answer())).isEqualTo("{\"obligations\":[{\"message\":\"***\",\"clause\":\"1\"}]}");
    }

    static Stream<Path> examples() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../test-data/examples"))) {
            return files.filter(file -> file.toString().endsWith(".request.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("that are kept encrypted are not in what is stored, and come back to the byte with the key")
    void encrypted(Path file) throws Exception {
        byte[] request = Files.readAllBytes(file);
        byte[] answer = Files.readAllBytes(Path.of(file.toString().replace(".request.", ".decision.")));
        List<String> pointers = List.of("/projects/*/name", "/appointments/*/commissioner", "/reports/*/commissioner");
        Keys keys = Keys.parse(Keys.fresh());
        Privacy privacy = Privacy.of(pointers, keys);
        Draft kept = draft(privacy.store(ID, request, answer));

        Bodies opened = Privacy.of(List.of(), keys).open(kept);
        assertThat(opened.whole()).isTrue();
        assertThat(text(opened.request())).isEqualTo(text(request));
        assertThat(text(opened.answer())).isEqualTo(text(answer));

        JsonNode sent = new JsonMapper().readTree(request);
        String stored = text(Packing.unpack(kept.request())) + text(Packing.unpack(kept.answer()));
        for (String name : sent.path("projects").findValuesAsString("name")) {
            assertThat(stored).doesNotContain('"' + name + '"').doesNotContain("“" + name + "”");
        }
        Bodies without = Privacy.NONE.open(kept);
        assertThat(without.whole()).isEqualTo(kept.hidden() == null);
        assertThat(text(without.request()))
                .isEqualTo(text(Masking.of(pointers)
                        .mask(new Bodies(request, answer, null))
                        .request()));
        assertThat(new JsonMapper().readTree(without.answer()).size())
                .isEqualTo(new JsonMapper().readTree(answer).size());
    }

    @Test
    @DisplayName("are opened by an older key too, and by no other key, decision or byte")
    void keys() {
        String old = Keys.fresh();
        Privacy.Stored stored = Privacy.of(POINTERS, Keys.parse(old))
                .store(ID, REQUEST.getBytes(StandardCharsets.UTF_8), ANSWER.getBytes(StandardCharsets.UTF_8));
        Privacy renewed = Privacy.of(POINTERS, Keys.parse("# new\n" + Keys.fresh() + "\n\n# old\n" + old + "\n"));
        assertThat(text(renewed.open(draft(stored)).request())).isEqualTo(REQUEST);

        Privacy other = Privacy.of(POINTERS, Keys.parse(Keys.fresh()));
        assertThat(other.open(draft(stored)).lostKey()).matches("[0-9a-f]{16}");

        byte[] hidden = stored.hidden();
        for (int i = 0; i < hidden.length; i++) {
            byte[] changed = hidden.clone();
            changed[i] ^= 1;
            Draft draft = draft(new Privacy.Stored(stored.request(), stored.answer(), changed));
            if (i < 1 || i > 8) { // between them stands the key's id
                assertThatThrownBy(() -> renewed.open(draft))
                        .as("byte " + i)
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(renewed.open(draft).whole()).as("byte " + i).isFalse();
            }
        }
    }

    @Test
    @DisplayName("are asked for by pointers and keys that are looked at strictly")
    void strict() {
        assertThatThrownBy(() -> Masking.of(List.of("projects/*/name"))).hasMessageContaining("projects/*/name");
        assertThatThrownBy(() -> Privacy.of(POINTERS, Keys.NONE)).hasMessageContaining("密钥");
        assertThatThrownBy(() -> Keys.parse("c2VjcmV0"))
                .hasMessageContaining("1")
                .hasMessageNotContaining("c2Vj");
    }
}
