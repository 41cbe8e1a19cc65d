package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.log.find.LargeLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Pages of fifty decisions, found by everything there is to find by, in a made-up log: see {@code finding.md}. */
final class FindBenchmark {
    private static final int ENTRIES = 200_000;
    private static final double A_FEW_MILLISECONDS = 5;

    void run(Report report) throws IOException, InterruptedException {
        Path folder = Path.of("target", "bench", "find-" + ENTRIES);
        List<String> said = Files.exists(folder)
                ? OtherMachine.run(LargeLog.class, folder.toString(), String.valueOf(ENTRIES), "keep")
                : OtherMachine.run(LargeLog.class, folder.toString(), String.valueOf(ENTRIES));
        report.table(
                "Find: a page of fifty of " + ENTRIES + " decisions",
                "search",
                "median ms",
                "p99 ms",
                "processor, median ms",
                "processor, p99 ms",
                "found");
        double worst = 0;
        for (String line : said) {
            Object[] cells = Arrays.stream(line.split("\\|"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toArray();
            if (line.startsWith("|")
                    && cells.length == 6
                    && String.valueOf(cells[1]).matches("[0-9.]+")) {
                report.row(cells);
                worst = Math.max(worst, Double.parseDouble(String.valueOf(cells[1])));
            }
        }
        report.atMost("ms for a page, the slowest search's median", worst, A_FEW_MILLISECONDS);
    }
}
