package cn.jinniu.bangban.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

@DisplayName("JSON made by hand is Jackson's, byte for byte:")
class Utf8SinkTest {
    private final Utf8Sink.Words words = new Utf8Sink.Words();

    private void same(Consumer<JsonSink> writing) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), expected, JsonEncoding.UTF8)) {
            writing.accept(new GeneratorSink(json));
        }
        Utf8Sink sink = new Utf8Sink(words, 1);
        writing.accept(sink);
        assertThat(new String(sink.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("every character there is, in texts and in words")
    void everyCharacter() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c > 0xFFFF || !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        same(sink -> sink.text(all));
        same(sink -> sink.text(new StringBuilder(all)));
        same(sink -> sink.word(all));
    }

    @Test
    @DisplayName("any mixture of short texts")
    void mixtures() {
        Random random = new Random(1);
        String letters = "aZ0\"\\\n\u0001/é中\u2028、";
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(12), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .reduce("𠀀", (one, other) -> random.nextBoolean() ? one + other : other + one);
            same(sink -> sink.text(text));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 123_456, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    @DisplayName("numbers")
    void numbers(int number) {
        same(sink -> sink.number(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05", "1000-01-01", "9999-12-31", "0999-12-31", "+10000-01-01", "-0001-01-01"})
    @DisplayName("dates")
    void dates(String date) {
        same(sink -> sink.date(LocalDate.parse(date)));
    }

    @Test
    @DisplayName("commas, in objects and lists, empty ones and others")
    void structure() {
        same(sink -> {
            sink.beginObject();
            sink.name(Member.GROUNDS);
            sink.beginArray();
            sink.endArray();
            sink.name(Member.SUBJECT);
            sink.beginObject();
            sink.endObject();
            sink.name(Member.ATTENDEES);
            sink.beginArray();
            sink.text("[");
            sink.word("{");
            sink.word("{");
            sink.text(":");
            sink.truth(true);
            sink.truth(false);
            sink.nothing();
            sink.number(7);
            sink.date(LocalDate.of(2026, 3, 5));
            sink.beginObject();
            sink.endObject();
            sink.beginArray();
            sink.endArray();
            sink.endArray();
            sink.name(Member.DUE);
            sink.nothing();
            sink.endObject();
        });
    }

    @Test
    @DisplayName("handed on piece by piece")
    void pieces() {
        String longText = "长".repeat(30_000);
        Consumer<JsonSink> writing = sink -> {
            sink.beginArray();
            for (int i = 0; i < 5; i++) {
                sink.beginObject();
                sink.name(Member.MESSAGE);
                sink.text(longText);
                sink.endObject();
            }
            sink.endArray();
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Utf8Sink sink = new Utf8Sink(words, 16);
        sink.begin(out);
        writing.accept(sink);
        assertThat(out.size()).as("handed on before the end").isGreaterThan(4 * 90_000);
        sink.drain();
        Utf8Sink whole = new Utf8Sink(words, 16);
        writing.accept(whole);
        assertThat(out.toByteArray()).isEqualTo(whole.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uD83Db", "\uDE00", "\uDE00\uD83D"})
    @DisplayName("but half a character is refused")
    void halves(String half) {
        assertThatThrownBy(() -> new Utf8Sink(words, 16).text(half)).isInstanceOf(IllegalArgumentException.class);
    }
}
