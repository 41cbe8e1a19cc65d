package cn.jinniu.bangban.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The order in which facts are sent")
class OrderOfFactsTest {
    private static final int CASES = 1_000;

    @Test
    @DisplayName("never changes a byte of the answer")
    void changesNothing() {
        Requests.seeds(CASES).forEach(seed -> {
            ObjectNode request = Requests.of(seed);
            String answer = Asked.answer(request);
            Requests.shuffle(request, new Random(seed));
            assertThat(Asked.answer(request)).as("seed %s", seed).isEqualTo(answer);
        });
    }
}
