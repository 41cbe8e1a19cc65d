package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.impact.Aspect;
import cn.jinniu.bangban.impact.Change;
import cn.jinniu.bangban.impact.ChangeWords;
import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.ChangedCases;
import cn.jinniu.bangban.impact.ImpactSummary;
import cn.jinniu.bangban.impact.ImpactTable;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.impact.SummaryView;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes an impact for a terminal: what a director reads first, then tables, then each change. */
final class DiffText {
    private final Side before;
    private final Side after;
    private final Language language;
    private final PrintWriter out;

    DiffText(Side before, Side after, Language language, PrintWriter out) {
        this.before = before;
        this.after = after;
        this.language = language;
        this.out = out;
    }

    void print(ImpactSummary summary, ChangedCases cases) throws IOException {
        SummaryView.of(summary, before, after).sentences().forEach(sentence -> out.println(sentence.in(language)));
        boolean zh = language == Language.ZH;
        out.println((zh ? "改前：" : "before: ") + before.label() + " " + before.version());
        out.println((zh ? "改后：" : "after:  ") + after.label() + " " + after.version());
        out.println();
        ImpactTable.all(summary, before, after).forEach(this::table);
        ChangeWords words = new ChangeWords(before, after);
        cases.forEach(one -> changed(one, words));
    }

    private void table(ImpactTable table) {
        List<String> headings = new ArrayList<>(List.of("", "", language == Language.ZH ? "有变化" : "changed"));
        for (Aspect column : table.columns()) {
            headings.add(column.label().in(language));
        }
        Table printed = new Table(table.title().in(language), headings);
        for (ImpactTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.key(),
                    row.name().in(language),
                    Long.toString(row.tally().answers())));
            table.columns()
                    .forEach(column -> cells.add(Long.toString(row.tally().of(column))));
            printed.row(cells.toArray(String[]::new));
        }
        printed.print(out);
    }

    private void changed(ChangedCase one, ChangeWords words) {
        out.println(ChangeWords.heading(one, language));
        for (Change change : one.changes()) {
            out.println("  " + words.what(change, language));
            words.fields(change, language).forEach(field -> out.println("      " + field));
            ChangeWords.rules(change, language).forEach(rule -> out.println("      " + rule));
        }
        out.println();
    }
}
