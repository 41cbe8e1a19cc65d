package cn.jinniu.bangban.explain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.explain.model.Explanation;
import cn.jinniu.bangban.explain.model.NotGiven;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Samples of explanations")
class ExplanationSamplesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "explanations");

    @Test
    @DisplayName("say why not in both languages, and what would have to be otherwise")
    void whyNot() throws IOException {
        assertThat(String.join("\n", said()) + "\n").isEqualTo(Files.readString(FOLDER.resolve("why-not.txt")));
    }

    static List<String> said() throws IOException {
        String request = Files.readString(FOLDER.resolve("request.json"));
        List<String> said = new ArrayList<>();
        for (String question : Files.readAllLines(FOLDER.resolve("questions.txt"))) {
            String[] words = question.split(" ");
            Explanation explanation = Explanations.about(request, words[0], words[1]);
            assertThat(explanation.given()).as(question).isEmpty();
            NotGiven why = explanation.notGiven().get(0);
            said.add("? " + question);
            said.add(why.says().zh());
            said.add(why.says().en());
            why.changes()
                    .forEach(change -> said.add("+ " + change.pointer() + ": " + change.from() + " → " + change.to()));
        }
        return said;
    }

    @Test
    @DisplayName("say why, as indented text")
    void why() throws IOException {
        String request = Files.readString(FOLDER.resolve("request.json"));
        Explanation explanation = Explanations.about(request, "DECIDE_WITHIN_COMMITMENT", "approval:V-1");
        List<String> lines = new ArrayList<>(Explanations.text(explanation, Language.ZH));
        lines.addAll(Explanations.text(explanation, Language.EN));
        String text = String.join("\n", lines) + "\n";
        // On which line of its file a rule stands is not what the sample is about.
        assertThat(text.replaceAll("\\.drl:\\d+", ".drl")).isEqualTo(Files.readString(FOLDER.resolve("why.txt")));
    }
}
