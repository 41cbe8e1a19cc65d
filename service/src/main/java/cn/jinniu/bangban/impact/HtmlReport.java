package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * An impact as one page that needs nothing else: no script, no font, no picture from anywhere. Chinese first, English
 * beneath it.
 */
public final class HtmlReport {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8886;--soft:#8881}
            body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin-bottom:0}h2{font-size:1.15rem;margin-top:2rem}small,.en{opacity:.75;font-size:.87em}
            .director{border-left:.3rem solid #2a6;padding:.4rem 1rem;background:var(--soft);font-size:1.08rem}
            .wide{overflow-x:auto}table{border-collapse:collapse;min-width:40%}th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:left;vertical-align:top}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.87em;overflow-wrap:anywhere}
            details{border:1px solid var(--line);border-radius:.3rem;margin:.5rem 0;padding:.3rem .8rem}summary{cursor:pointer}
            ul{margin:.3rem 0;padding-left:1.2rem}.was{text-decoration:line-through;opacity:.7}.rule{opacity:.8;font-size:.9em}
            @media print{details{break-inside:avoid}}
            """;

    private final Side before;
    private final Side after;
    private final ChangeWords words;
    private final PrintWriter out;
    private final long most;
    private long shown;

    private HtmlReport(Side before, Side after, long most, PrintWriter out) {
        this.before = before;
        this.after = after;
        this.words = new ChangeWords(before, after);
        this.out = out;
        this.most = most;
    }

    /**
     * Writes the page.
     *
     * @param most most requests to show with all their changes; a browser shows no million of them
     * @param to flushed, not closed
     */
    public static void write(
            Side before, Side after, ImpactSummary summary, ChangedCases cases, long most, OutputStream to)
            throws IOException {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), false);
        new HtmlReport(before, after, most, out).page(summary, cases);
        out.flush();
        if (out.checkError()) {
            throw new IOException("the page cannot be written");
        }
    }

    private void page(ImpactSummary summary, ChangedCases cases) throws IOException {
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        out.println(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        out.println("<title>规则改动的影响 / Impact of a change of rules</title>");
        out.println("<style>" + STYLE + "</style></head><body>");
        out.println("<h1>规则改动的影响</h1><p class=\"en\" lang=\"en\">Impact of a change of rules</p>");
        out.println("<div class=\"director\">");
        Director.sentences(summary).forEach(sentence -> both("p", sentence));
        out.println("</div>");
        out.println("<p>" + side("改前", "before", before) + "<br>" + side("改后", "after", after) + "</p>");
        ImpactTable.all(summary, before, after).forEach(this::table);
        if (summary.anything()) {
            both("h2", new Text("逐项变化", "Each change"));
            cases.forEach(this::changed);
            long all = summary.changed() + summary.wordingOnly();
            if (all > most) {
                both(
                        "p",
                        new Text(
                                "以上是前 " + most + " 个请求，另有 " + (all - most) + " 个未列出；全部变化请用 --format json。",
                                "These are the first " + most + " requests, " + (all - most)
                                        + " more are not shown; --format json has them all."));
            }
        }
        out.println("</body></html>");
    }

    private static String side(String zh, String en, Side side) {
        return zh + " <span class=\"en\">" + en + "</span>：" + escaped(side.label()) + " <code>" + side.version()
                + "</code>";
    }

    private void table(ImpactTable table) {
        both("h2", table.title());
        out.print(
                "<div class=\"wide\"><table><tr><th></th><th class=\"n\">有变化<br><small lang=\"en\">changed</small></th>");
        for (Aspect column : table.columns()) {
            out.print("<th class=\"n\">" + column.label().zh() + "<br><small lang=\"en\">"
                    + column.label().en() + "</small></th>");
        }
        out.println("</tr>");
        for (ImpactTable.Row row : table.rows()) {
            out.print("<tr><th>" + escaped(row.name().zh()) + " <code>" + escaped(row.key())
                    + "</code><br><small lang=\"en\">" + escaped(row.name().en()) + "</small></th>");
            out.print("<td class=\"n\">" + row.tally().answers() + "</td>");
            for (Aspect column : table.columns()) {
                out.print("<td class=\"n\">" + row.tally().of(column) + "</td>");
            }
            out.println("</tr>");
        }
        out.println("</table></div>");
    }

    private void changed(ChangedCase one) {
        if (++shown > most) {
            return;
        }
        out.println("<details" + (shown <= 20 ? " open" : "") + "><summary>"
                + escaped(ChangeWords.heading(one, Language.ZH)) + "</summary>");
        if (one.title() != null) {
            out.println("<p class=\"en\" lang=\"en\">" + escaped(one.title().en()) + "</p>");
        }
        out.println("<ul>");
        for (Change change : one.changes()) {
            out.println("<li>" + escaped(words.what(change, Language.ZH)) + "<br><span class=\"en\" lang=\"en\">"
                    + escaped(words.what(change, Language.EN)) + "</span><ul>");
            words.fields(change, Language.ZH).forEach(field -> out.println("<li>" + escaped(field) + "</li>"));
            ChangeWords.rules(change, Language.ZH)
                    .forEach(rule -> out.println("<li class=\"rule\">" + escaped(rule) + "</li>"));
            out.println("</ul></li>");
        }
        out.println("</ul></details>");
    }

    private void both(String element, Text text) {
        out.println("<" + element + ">" + escaped(text.zh()) + "<br><small class=\"en\" lang=\"en\">"
                + escaped(text.en()) + "</small></" + element + ">");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
