package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The units that facts may name and answers may bind, in the file's order. */
public final class Directory {
    static final String FILE = "units.csv";

    private static final List<String> COLUMNS = List.of("id", "kind", "nameZh", "nameEn");
    private static final int LONGEST_ID = 64;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Unit> units;

    Directory(Map<String, Unit> units) {
        this.units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** All units by id. */
    public Map<String, Unit> units() {
        return units;
    }

    /** The unit of an id; null where there is none. */
    public @Nullable Unit unit(String id) {
        return units.get(id);
    }

    static Directory read(RulesetSource source, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(FILE, all);
        Map<String, Unit> units = new LinkedHashMap<>();
        for (CsvRow row : CsvTable.read(source, FILE, COLUMNS, all)) {
            String id = row.word("id", ID, "只能用小写字母、数字和连字符", "use lower-case letters, digits and hyphens");
            UnitKind kind = row.oneOf("kind", UnitKind.class);
            String nameZh = row.text("nameZh");
            String nameEn = row.text("nameEn");
            if (id == null || kind == null || nameZh == null || nameEn == null) {
                continue;
            }
            if (id.length() > LONGEST_ID) {
                problems.add(row.place("id"), "单位代号最长 64 个字符", "a unit's id has at most 64 characters");
            } else if (units.putIfAbsent(id, new Unit(id, kind, nameZh, nameEn)) != null) {
                problems.add(
                        row.place("id"),
                        "单位“" + id + "”重复；请删去其中一行",
                        "the unit \"" + id + "\" stands here twice; delete one of the rows");
            }
        }
        return new Directory(units);
    }
}
