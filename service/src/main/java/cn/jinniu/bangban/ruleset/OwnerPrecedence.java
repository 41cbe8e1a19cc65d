package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ground for owning a case goes before which. */
public final class OwnerPrecedence {
    static final String FILE = "owner-precedence.csv";

    private static final List<String> COLUMNS = List.of("rank", "ground", "nameZh", "nameEn");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** A ground; the smaller its rank, the earlier it is asked. */
    public record Ground(int rank, String ground, Text name) {}

    private final Map<String, Ground> grounds;

    private OwnerPrecedence(Map<String, Ground> grounds) {
        this.grounds = Collections.unmodifiableMap(grounds);
    }

    /** All grounds, the first to be asked first. */
    public List<Ground> grounds() {
        return List.copyOf(grounds.values());
    }

    /**
     * The rank of a ground, from 1; the smaller goes first.
     *
     * @throws RuleMistake where there is no such ground
     */
    public int rank(String ground) {
        Ground found = grounds.get(ground);
        if (found == null) {
            throw new RuleMistake(
                    FILE + " 里没有依据“" + ground + "”" + Nearest.hintZh(ground, grounds.keySet()),
                    FILE + " has no ground \"" + ground + "\"" + Nearest.hintEn(ground, grounds.keySet()));
        }
        return found.rank;
    }

    static OwnerPrecedence read(RulesetSource source, Catalogue catalogue, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(FILE, all);
        Map<String, Ground> grounds = new LinkedHashMap<>();
        int expected = 1;
        for (CsvRow row : CsvTable.read(source, FILE, COLUMNS, all)) {
            String rank = row.word("rank", NUMBER, "请写 1、2、3 等序号", "write 1, 2, 3 and so on");
            String ground = row.word("ground", WORD, "只能用大写字母、数字和下划线", "use capital letters, digits, underscores");
            String nameZh = row.text("nameZh");
            String nameEn = row.text("nameEn");
            if (rank != null && Integer.parseInt(rank) != expected) {
                problems.add(
                        row.place("rank"),
                        "序号应从 1 起逐行加 1，这里应为 " + expected,
                        "ranks go up by one from 1, row by row; this one must be " + expected);
            }
            if (ground != null && nameZh != null && nameEn != null) {
                Ground added = new Ground(expected, ground, new Text(nameZh, nameEn));
                if (grounds.putIfAbsent(ground, added) != null) {
                    problems.add(
                            row.place("ground"),
                            "依据“" + ground + "”重复；请删去其中一行",
                            "the ground \"" + ground + "\" stands here twice; delete one of the rows");
                }
            }
            expected++;
        }
        checkComplete(grounds.keySet(), catalogue, problems);
        return new OwnerPrecedence(grounds);
    }

    /** The grounds ranked must be those of one determination, all of them: a rule would ask in vain for another. */
    private static void checkComplete(Set<String> ranked, Catalogue catalogue, FileProblems problems) {
        Set<String> known = catalogue.determinations().values().stream()
                .map(determination -> determination.grounds().keySet())
                .filter(grounds -> ranked.stream().anyMatch(grounds::contains))
                .findFirst()
                .orElse(Set.of());
        // A catalogue that could not be read says so itself.
        if (!catalogue.determinations().isEmpty() && !known.equals(ranked)) {
            problems.add(
                    0,
                    0,
                    "这里应列出 " + Catalogue.FILE + " 中牵头单位的全部依据：" + String.join("、", known) + "；现为："
                            + String.join("、", ranked),
                    "the grounds here must be all those of the case owner in " + Catalogue.FILE + ": "
                            + String.join(", ", known) + "; they are " + String.join(", ", ranked));
        }
    }
}
