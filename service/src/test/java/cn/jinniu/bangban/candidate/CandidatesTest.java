package cn.jinniu.bangban.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.live.LiveSettings;
import cn.jinniu.bangban.ruleset.RulesFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A candidate that is judged")
class CandidatesTest {
    @Test
    @DisplayName("is given up when that takes longer than it may, and is told so")
    void tooLong() throws Exception {
        Candidates impatient = new Candidates(new LiveSettings(
                Path.of("..", "rules"),
                null,
                Duration.ZERO,
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(1)));
        RulesFolder edited = new RulesFolder().appending("4-member-units/4.2-finance.drl", "\n// edited\n");
        Verdict verdict = impatient.judge(new Candidate(edited.source(), new TreeMap<>()), null);
        assertThat(verdict.impact()).isNull();
        assertThat(verdict.trial()).isNull();
        assertThat(verdict.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("longer than the limit"));
    }
}
