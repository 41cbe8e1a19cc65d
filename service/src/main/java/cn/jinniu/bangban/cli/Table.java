package cn.jinniu.bangban.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/**
 * A table of text, its columns as wide as their content. Picocli measures the text — a Chinese character takes two
 * places — but its own table pads by characters, so the padding is done here.
 */
final class Table {
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
            int[] widths = IntStream.range(0, rows.get(0).size())
                    .map(column -> rows.stream()
                            .mapToInt(row -> places(row.get(column)))
                            .max()
                            .orElse(0))
                    .toArray();
            rows.forEach(row -> out.println(line(row, widths)));
        }
        out.println();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - places(cell) + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static int places(String cell) {
        return Ansi.OFF.new Text(cell).getCJKAdjustedLength();
    }
}
