package cn.jinniu.bangban.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While a stream is answered")
class LinesUnderWayTest {
    private static final int LINES = 3_000;
    private static final int MOST = 300;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Takes the answers, line by line. */
    private final class Answers extends OutputStream {
        private final List<String> ids = new ArrayList<>();

        @Override
        public void write(int b) {
            assertThat(b).isEqualTo('\n');
            written.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes) {
            String line = new String(bytes, StandardCharsets.UTF_8);
            ids.add(line.replaceFirst("^\\{\"decisionId\":\"(\\d+)\".*$", "$1"));
        }
    }

    /** Calls a decision by the project its line is about, and looks how far ahead of the answers that is. */
    private String id(byte[] line) {
        String number = new String(line, StandardCharsets.UTF_8).replaceFirst("^.*\"id\":\"(\\d+)\".*$", "$1");
        most.accumulateAndGet(Integer.parseInt(number) - written.get(), Math::max);
        return number;
    }

    @Test
    @DisplayName("no more than some hundred lines are under way, and their answers come in order")
    void bounded() throws IOException {
        String lines = IntStream.range(0, LINES)
                .mapToObj(number -> "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"" + number + "\"}]}\n")
                .collect(Collectors.joining());
        ExecutorService workers = Executors.newFixedThreadPool(4);
        Answers answers = new Answers();
        try {
            NdjsonDesk desk = new NdjsonDesk(
                    () -> new DecisionDesk(ShippedRules.RULESET),
                    () -> LocalDate.of(2026, 3, 26),
                    (line, decision) -> id(line),
                    (answer, nanoseconds) -> {},
                    workers,
                    1000);
            long undecided =
                    desk.answer(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), answers, Language.ZH);
            assertThat(undecided).isZero();
        } finally {
            workers.shutdownNow();
        }
        assertThat(answers.ids)
                .isEqualTo(IntStream.range(0, LINES).mapToObj(String::valueOf).toList());
        assertThat(most.get()).isBetween(1, MOST);
    }
}
