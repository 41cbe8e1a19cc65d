package cn.jinniu.bangban.ruleset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table kept as CSV, one row a line: lines that begin with {@code #} are comments, the first other line names the
 * columns. Empty lines (also ones of nothing but commas, as spreadsheets write them) do not count.
 */
final class CsvTable {
    private final List<String> columns;
    private final FileProblems problems;

    private CsvTable(List<String> columns, FileProblems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows of a table that must have exactly these columns, in this order; other rows become problems. */
    static List<CsvRow> read(RulesetSource source, String file, List<String> columns, List<RulesetProblem> problems) {
        String text = source.text(file, problems);
        return text == null
                ? List.of()
                : new CsvTable(columns, new FileProblems(file, problems))
                        .rows(text.lines().toList());
    }

    private List<CsvRow> rows(List<String> lines) {
        String header = String.join(",", columns);
        List<CsvRow> rows = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            CsvRow row = row(lines.get(i), i + 1);
            if (row == null) {
                continue;
            }
            if (inside) {
                if (hasAllColumns(row)) {
                    rows.add(row);
                }
            } else if (row.values().equals(columns)) {
                inside = true;
            } else {
                boolean wide = lines.get(i).contains("，");
                problems.add(
                        row.place(),
                        "表头应为“" + header + "”，现为“" + String.join(",", row.values()) + "”"
                                + (wide ? "；请把全角逗号“，”改为半角“,”" : ""),
                        "the header must be \"" + header + "\", not \"" + String.join(",", row.values()) + "\""
                                + (wide ? "; write half-width commas for the full-width ones" : ""));
                return List.of();
            }
        }
        if (!inside) {
            problems.add(
                    0,
                    0,
                    "文件没有内容；首行应为表头“" + header + "”",
                    "the file is empty; its first line must be the header \"" + header + "\"");
        }
        return rows;
    }

    private @Nullable CsvRow row(String line, int number) {
        String start = line.strip();
        if (start.startsWith("#") || start.startsWith("\"#")) {
            return null;
        }
        List<String> values;
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            values = parser.stream()
                    .flatMap(parsed -> parsed.stream())
                    .map(String::strip)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    number,
                    0,
                    "本行不是有效的 CSV，多半是英文双引号没有成对",
                    "this line is no CSV; most likely a double quote is not closed");
            return null;
        }
        return values.stream().allMatch(String::isEmpty) ? null : new CsvRow(columns, values, number, line, problems);
    }

    private boolean hasAllColumns(CsvRow row) {
        int width = row.values().size();
        if (width == columns.size()) {
            return true;
        }
        problems.add(
                row.place(),
                "本行有 " + width + " 列，应为 " + columns.size() + " 列；内容含英文逗号时请用英文双引号括起来",
                "this row has " + width + " columns instead of " + columns.size()
                        + "; put double quotes around a value that contains a comma");
        return false;
    }
}
