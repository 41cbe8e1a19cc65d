package cn.jinniu.bangban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When answering a line fails for a reason nobody foresaw")
class NdjsonDeskTest {
    private static final DecisionDesk DESK = new DecisionDesk(ShippedRules.RULESET);
    private static final String LINES = """
            {"asOf":"2026-03-01"}
            {"asOf":"2026-03-02"}
            {"asOf":"2026-03-03"}
            """;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    /** Answers the lines, where the second cannot be given an id. */
    private List<String> answers(AnswerListener listener) throws IOException {
        NdjsonDesk desk = new NdjsonDesk(
                () -> DESK,
                () -> LocalDate.of(2026, 3, 26),
                (line, decision) -> {
                    if (new String(line, StandardCharsets.UTF_8).contains("03-02")) {
                        throw new IllegalStateException("as the test wants it");
                    }
                    return "id";
                },
                listener,
                workers,
                1000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.answer(new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)), out, Language.EN);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    @DisplayName("whoever takes note of it lets the stream go on, with a problem in the line's place")
    void noted() throws IOException {
        Queue<RuntimeException> noted = new ConcurrentLinkedQueue<>();
        List<String> answers = answers(new AnswerListener() {
            @Override
            public void heard(Answer answer, long nanoseconds) {}

            @Override
            public void failed(RuntimeException unforeseen) {
                noted.add(unforeseen);
            }
        });
        assertThat(noted).extracting(RuntimeException::getMessage).containsExactly("as the test wants it");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("\"asOf\":\"2026-03-01\"");
        assertThat(answers.get(1))
                .startsWith("{\"line\":2,\"problem\":{\"type\":\"urn:bangban:problem:internal\"")
                .contains("\"status\":500")
                .doesNotContain("as the test wants it");
        assertThat(answers.get(2)).contains("\"asOf\":\"2026-03-03\"");
    }

    @Test
    @DisplayName("the stream ends with it where nobody does")
    void unnoted() {
        assertThatThrownBy(() -> answers((answer, nanoseconds) -> {})).hasStackTraceContaining("as the test wants it");
    }
}
