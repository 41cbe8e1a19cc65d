package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which department answers for a sector, from which day on, in the file's order. */
public final class Sectors {
    static final String FILE = "sectors.csv";

    private static final List<String> COLUMNS = List.of("sector", "nameZh", "nameEn", "department", "from");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]*");

    /**
     * A sector.
     *
     * @param departments the departments by the day (inclusive) from which each answers for it
     */
    public record Sector(String word, Text name, NavigableMap<LocalDate, Unit> departments) {}

    private final Map<String, Sector> sectors;

    private Sectors(Map<String, Sector> sectors) {
        this.sectors = Collections.unmodifiableMap(sectors);
    }

    /** The words facts may give as a sector. */
    public Set<String> words() {
        return sectors.keySet();
    }

    /** All sectors by word, with the whole history of their departments. */
    public Map<String, Sector> sectors() {
        return sectors;
    }

    /** The department that answers for a sector on a day; null for no sector, or a word that is none. */
    public @Nullable Unit departmentOf(@Nullable String sector, LocalDate day) {
        Sector found = sectors.get(sector);
        if (found == null) {
            return null;
        }
        Map.Entry<LocalDate, Unit> entry = found.departments.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    static Sectors read(RulesetSource source, Directory directory, List<RulesetProblem> all) {
        FileProblems problems = new FileProblems(FILE, all);
        Map<String, Sector> sectors = new LinkedHashMap<>();
        for (CsvRow row : CsvTable.read(source, FILE, COLUMNS, all)) {
            String word = row.word(
                    "sector",
                    WORD,
                    "只能用大写字母、数字和下划线，以字母开头",
                    "use capital letters, digits and underscores, beginning with a letter");
            String nameZh = row.text("nameZh");
            String nameEn = row.text("nameEn");
            Unit department = department(row, directory, problems);
            LocalDate from = row.day("from");
            if (word == null || nameZh == null || nameEn == null || department == null || from == null) {
                continue;
            }
            Text name = new Text(nameZh, nameEn);
            Sector sector = sectors.get(word);
            if (sector == null) {
                if (!from.equals(RuleDates.FIRST)) {
                    problems.add(
                            row.place("from"),
                            from.toString().length(),
                            ProblemKind.DATES_GAP,
                            "行业“" + word + "”在 " + from + " 之前没有部门；第一行的日期应为 " + RuleDates.FIRST,
                            "the sector \"" + word + "\" has no department before " + from
                                    + "; its first row must hold from " + RuleDates.FIRST);
                    continue;
                }
                sector = new Sector(word, name, new TreeMap<>());
                sectors.put(word, sector);
            } else if (!sector.name.equals(name)) {
                problems.add(
                        row.place("nameZh"),
                        "行业“" + word + "”在前面的行里叫另一个名称；同一行业各行名称应一致",
                        "the sector \"" + word + "\" has another name in an earlier row; use one name in all its rows");
            } else if (!from.isAfter(sector.departments.lastKey())) {
                problems.add(
                        row.place("from"),
                        "行业“" + word + "”的日期 " + from + " 应晚于它的上一行 " + sector.departments.lastKey(),
                        "the day " + from + " of the sector \"" + word + "\" must be after its row before, "
                                + sector.departments.lastKey());
                continue;
            }
            sector.departments.put(from, department);
        }
        sectors.replaceAll((word, sector) ->
                new Sector(word, sector.name, Collections.unmodifiableNavigableMap(sector.departments)));
        return new Sectors(sectors);
    }

    private static @Nullable Unit department(CsvRow row, Directory directory, FileProblems problems) {
        String id = row.text("department");
        if (id == null) {
            return null;
        }
        Unit unit = directory.unit(id);
        if (unit == null && directory.units().isEmpty()) {
            // The directory could not be read, which is said already.
            return null;
        }
        if (unit == null) {
            problems.add(
                    row.place("department"),
                    id.length(),
                    ProblemKind.UNKNOWN_UNIT,
                    Directory.FILE + " 里没有单位“" + id + "”"
                            + Nearest.hintZh(id, directory.units().keySet()),
                    Directory.FILE + " has no unit \"" + id + "\""
                            + Nearest.hintEn(id, directory.units().keySet()));
        } else if (unit.kind() != UnitKind.DEPARTMENT) {
            problems.add(
                    row.place("department"),
                    "“" + id + "”的类别是 " + unit.kind() + "；行业只能由 DEPARTMENT 类单位负责",
                    "\"" + id + "\" is of kind " + unit.kind() + "; only a DEPARTMENT can answer for a sector");
            return null;
        }
        return unit;
    }
}
