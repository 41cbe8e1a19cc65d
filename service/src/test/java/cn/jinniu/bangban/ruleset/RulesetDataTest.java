package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plain files beside the rules")
class RulesetDataTest {
    static final Path RULES = Path.of("..", "rules");

    @Test
    @DisplayName("as shipped have nothing wrong with them")
    void shippedFilesAreSound() throws IOException {
        List<RulesetProblem> problems = new ArrayList<>();
        RulesetData data = RulesetData.read(RulesetSource.read(RULES), problems);
        assertThat(problems).isEmpty();
        assertThat(data.directory().units()).hasSize(36);
        assertThat(data.parameters().all()).hasSize(36);
        assertThat(data.sectors().words()).hasSize(14);
        assertThat(data.parameters().on(LocalDate.of(2026, 1, 1)).days("assign-commissioner-days")).isEqualTo(3);
    }
}
