package cn.jinniu.bangban.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** A table of text, its columns as wide as their content; a Chinese character takes two places. */
final class Table {
    private static final ColorScheme PLAIN = new ColorScheme.Builder(Ansi.OFF).build();
    private static final int GAP = 2;

    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, List<String> headings) {
        this.title = title;
        rows.add(headings);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Writes the title with the number of rows, then the rows; without rows the title is all there is. */
    void print(PrintWriter out) {
        out.println(title + " (" + (rows.size() - 1) + ")");
        if (rows.size() > 1) {
            out.print(drawn());
        }
        out.println();
    }

    private String drawn() {
        int columns = rows.get(0).size();
        Column[] widths = new Column[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            int width = rows.stream().mapToInt(row -> places(row.get(column))).max().orElse(0) + GAP;
            widths[i] = new Column(width, 0, Column.Overflow.TRUNCATE);
        }
        TextTable table = TextTable.forColumns(PLAIN, widths);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
        return table.toString();
    }

    private static int places(String cell) {
        return Ansi.OFF.new Text(cell).getCJKAdjustedLength();
    }
}
