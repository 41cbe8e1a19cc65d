package cn.jinniu.bangban.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.reference.RandomRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Valid requests")
class CaseFileReaderRoundTripTest {
    private static final int RANDOM_REQUESTS = 500;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "test-data", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".request.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("that came with the contract are read without an error")
    void workedExamplesAreRead(Path example) throws IOException {
        assertThat(Requests.read(Files.readAllBytes(example))).isInstanceOf(Reading.Facts.class);
    }

    @Test
    @DisplayName("made at random, in any order of fields and lists, are read as exactly the facts they were made of")
    void randomRequestsAreReadExactly() {
        assertThat(LongStream.range(0, RANDOM_REQUESTS)).allSatisfy(seed -> {
            RandomRequests.Case made = RandomRequests.of(seed);
            Reading reading = Requests.read(made.json());
            // As text, because projects and units are equal when their ids are.
            assertThat(reading).isInstanceOf(Reading.Facts.class);
            assertThat(((Reading.Facts) reading).facts())
                    .hasToString(made.facts().toString());
        });
    }

    @Test
    @DisplayName("are read from the middle of a larger array as they are read alone")
    void readsPartOfAnArray() {
        byte[] json = RandomRequests.of(7).json().getBytes(StandardCharsets.UTF_8);
        byte[] around = new byte[json.length + 20];
        Arrays.fill(around, (byte) '}');
        System.arraycopy(json, 0, around, 13, json.length);
        assertThat(Requests.READER.read(around, 13, json.length, Requests.TODAY))
                .hasToString(Requests.read(json).toString());
    }

    @Test
    @DisplayName("are read by many threads at once as by one, with refused ones among them")
    void manyThreads() {
        List<String> bodies = LongStream.range(0, 60)
                .mapToObj(seed -> seed % 4 == 0
                        ? "{\"x" + seed + "\":{}}"
                        : RandomRequests.of(seed).json())
                .toList();
        List<String> alone =
                bodies.stream().map(body -> Requests.read(body).toString()).toList();
        List<String> together = IntStream.range(0, 3_000)
                .parallel()
                .mapToObj(i -> Requests.read(bodies.get(i % 60)).toString())
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 60));
        }
    }
}
