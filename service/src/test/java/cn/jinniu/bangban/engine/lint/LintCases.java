package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cases of rules kept as text; see {@code lint/README.md} among the tests' resources. */
final class LintCases {
    static final String FILE = "5-safeguards/5.1-try.drl";

    /**
     * A case.
     *
     * @param kinds of problems it must show, as many as it has marks; empty for none
     * @param marked its rules, with the marks
     */
    record Case(String name, List<String> kinds, boolean withRules, String marked) {
        String text() {
            return marked.replace("¶", "");
        }

        /** What must be shown, as {@code kind line:column}. */
        List<String> expected() {
            List<String> all = new ArrayList<>();
            int line = 1;
            int column = 1;
            for (int i = 0; i < marked.length(); i++) {
                char c = marked.charAt(i);
                if (c == '¶') {
                    all.add(kinds.get(all.size()) + " " + line + ":" + column);
                } else if (c == '\n') {
                    line++;
                    column = 1;
                } else {
                    column++;
                }
            }
            return all;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private LintCases() {}

    static List<Case> read(String file) {
        String all;
        try (var in = LintCases.class.getResourceAsStream("/lint/" + file)) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Case> cases = new ArrayList<>();
        for (String part : all.split("(?m)^### ")) {
            if (part.isBlank()) {
                continue;
            }
            String head = part.substring(0, part.indexOf('\n'));
            String body = part.substring(part.indexOf('\n') + 1);
            int colon = body.contains("¶") ? head.indexOf(": ") : -1;
            List<String> kinds =
                    colon < 0 ? List.of() : List.of(head.substring(0, colon).split(", "));
            cases.add(new Case(head.replace(" +rules", ""), kinds, head.endsWith("+rules"), rules(body, cases.size())));
        }
        return cases;
    }

    private static String rules(String body, int number) {
        if (body.contains("@clause") || body.contains("when\n") || body.contains("function ")) {
            return body;
        }
        int then = body.indexOf("then\n");
        String conditions = then < 0 ? body : body.substring(0, then);
        String consequence = then < 0 ? "" : body.substring(then + 5);
        return "rule \"5.1 试" + number + " / try\"\n    @clause(\"5.1\")\nwhen\n" + conditions.indent(4) + "then\n"
                + consequence + "end\n";
    }

    /** Everything that is found, be it an error or a warning. */
    static List<RulesetProblem> problems(RulesetSource source) {
        try {
            return Ruleset.compile(source).warnings();
        } catch (RulesetRefused refused) {
            return refused.withWarnings();
        }
    }

    /** The shipped plain files and vocabulary, without the shipped rules. */
    static RulesFolder withoutRules() {
        RulesFolder folder = new RulesFolder();
        folder.source().rulePaths().stream()
                .filter(path -> !path.equals("vocabulary.drl"))
                .forEach(folder::without);
        return folder;
    }
}
