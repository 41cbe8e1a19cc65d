package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.replay.Tallies.OfClause;
import cn.jinniu.bangban.replay.Tallies.OfUnit;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An audit as one page that needs nothing else: styles, the library that draws its charts (as SVG) and all figures are in
 * it, and nothing is fetched from anywhere. Every chart's figures are in a table too.
 */
public final class AuditPage {
    private final Audit audit;
    private final Language language;
    private final String link;
    private final long most;
    private final PrintWriter out;
    private long shown;

    private AuditPage(Audit audit, Language language, String link, long most, PrintWriter out) {
        this.audit = audit;
        this.language = language;
        this.link = link;
        this.most = most;
        this.out = out;
    }

    /**
     * Writes the page.
     *
     * @param link address of the service at which records can be looked up; empty for none
     * @param most most findings to show in full; a browser shows no million of them
     * @param to flushed, not closed
     */
    public static void write(Audit audit, Language language, String link, long most, OutputStream to)
            throws IOException {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), false);
        new AuditPage(audit, language, link, most, out).page();
        out.flush();
        if (out.checkError()) {
            throw new IOException("the page cannot be written");
        }
    }

    private void page() throws IOException {
        String library = resource("chartist-1.5.0.js");
        String drawing = resource("audit.js");
        String title = say("决定日志审计报告", "Audit of the decision log");
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"" + say("zh-CN", "en") + "\"><head><meta charset=\"utf-8\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        out.println("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'; script-src '" + hash(library) + "' '" + hash(drawing) + "'\">");
        out.println("<title>" + title + "</title>");
        out.println("<style>" + resource("chartist-1.5.0.css") + resource("audit.css") + "</style></head><body><main>");
        out.println("<h1>" + title + "</h1>");
        out.println("<p class=\"sub\">" + escaped(scope()) + "</p>");
        verdict();
        figures();
        AuditFigures figures = AuditFigures.of(audit, language);
        charts(figures);
        findings();
        clauses();
        units();
        versions();
        out.println("</main><script type=\"application/json\" id=\"figures\">" + figures.json() + "</script>");
        out.println("<script>" + library + "</script>");
        out.println("<script>" + drawing + "</script></body></html>");
    }

    /** What was replayed. */
    private String scope() {
        Selection of = audit.selection();
        StringBuilder scope = new StringBuilder(say("日志：", "Log: ") + audit.log());
        if (of.from() != null || of.to() != null) {
            scope.append(say("；记录日期：", "; recorded from "))
                    .append(of.from() == null ? "…" : of.from())
                    .append(say(" 至 ", " to "))
                    .append(of.to() == null ? "…" : of.to());
        }
        and(scope, say("项目", "project"), of.project());
        and(scope, say("责任单位", "bearer"), of.bearer());
        and(scope, say("代码", "code"), of.code());
        and(scope, say("状态", "status"), of.status());
        and(scope, say("条款", "clause"), of.clause());
        and(scope, say("规则版本", "ruleset"), of.ruleset());
        and(scope, say("调用方", "caller"), of.caller());
        return scope.toString();
    }

    private void and(StringBuilder scope, String what, @Nullable String value) {
        if (value != null) {
            scope.append(say("；", "; ")).append(what).append(say("：", ": ")).append(value);
        }
    }

    private void verdict() {
        out.println("<section class=\"verdict" + (audit.found() == 0 ? "" : " bad") + "\">");
        for (Text sentence : audit.sentences()) {
            out.println("<p>" + escaped(sentence.in(language)) + "</p>");
        }
        audit.tallies()
                .kinds()
                .forEach((kind, count) -> out.println(
                        "<p>" + escaped(FindingKind.valueOf(kind).label().in(language)) + say("：", ": ") + number(count)
                                + "</p>"));
        out.println("</section>");
    }

    private void figures() {
        long obligations = 0;
        long overdue = 0;
        long alerts = 0;
        for (Audit.Row row : audit.clauses()) {
            obligations += row.counts()[OfClause.OBLIGATIONS.ordinal()];
            overdue += row.counts()[OfClause.OVERDUE.ordinal()];
            alerts += row.counts()[OfClause.ALERTS.ordinal()];
        }
        out.println("<div class=\"figures\">");
        figure("", audit.tallies().replayed(), "决定", "decisions");
        figure("good", audit.tallies().equal(), "逐字节相同", "byte for byte equal");
        figure(audit.found() == 0 ? "" : "bad", audit.found(), "有问题", "findings");
        figure("", audit.tallies().rulesets().size(), "版规则", "rulesets");
        figure("", obligations, "答复的义务（次）", "obligations told");
        figure("", overdue, "其中逾期（次）", "of them overdue");
        figure("", alerts, "提醒（次）", "alerts told");
        out.println("</div>");
    }

    private void figure(String style, long value, String zh, String en) {
        out.println("<div class=\"figure " + style + "\"><b>" + number(value) + "</b><span>" + say(zh, en)
                + "</span></div>");
    }

    private void charts(AuditFigures figures) {
        out.println("<section><h2>" + say("各时段的决定", "Decisions over time") + "</h2>");
        legend("与当时相同", "as answered", "有问题", "findings");
        out.println("<div id=\"decisions\" class=\"chart\"></div></section><div class=\"pair\">");
        chart(
                "share",
                "逾期占比的变化",
                "Share of obligations overdue",
                "逾期义务占有期限义务的百分比",
                "in a hundred of those with a due day");
        chart(
                "late",
                "平均逾期天数的变化",
                "How late, on average",
                "逾期义务平均逾期的自然日",
                "calendar days that overdue obligations were late");
        out.println("</div><div class=\"pair\">");
        bars("clauses", figures.clauses(), "按条款", "By clause");
        bars("units", figures.units(), "按单位", "By unit");
        out.println("</div>");
    }

    private void chart(String id, String zh, String en, String noteZh, String noteEn) {
        out.println("<section><h2>" + say(zh, en) + "</h2><div id=\"" + id + "\" class=\"chart " + id
                + "\"></div><p class=\"note\">" + say(noteZh, noteEn) + "</p></section>");
    }

    private void bars(String id, AuditFigures.Bars bars, String zh, String en) {
        out.println("<section><h2>" + say(zh, en) + "</h2>");
        legend("未逾期的义务", "obligations not overdue", "逾期的义务", "overdue");
        out.println("<div id=\"" + id + "\" class=\"chart tall\" style=\"--rows:"
                + Math.max(3, bars.labels().size()) + "\"></div></section>");
    }

    private void legend(String zhA, String enA, String zhB, String enB) {
        out.println("<div class=\"legend\"><i class=\"a\"></i>" + say(zhA, enA) + "<i class=\"b\"></i>" + say(zhB, enB)
                + "</div>");
    }

    private void clauses() {
        out.println(
                "<section><h2>" + say("条款（同一项义务每答复一次计一次）", "Clauses (counted each time something was told)") + "</h2>");
        head(
                say("条款", "Clause"),
                "",
                say("认定", "Determinations"),
                say("义务", "Obligations"),
                say("逾期", "Overdue"),
                say("提醒", "Alerts"));
        for (Audit.Row row : audit.clauses()) {
            out.print("<tr><td>" + escaped(row.key()) + "</td><td>"
                    + escaped(row.name().in(language)) + "</td>");
            numbers(row.counts());
        }
        out.println("</table></div></section>");
    }

    private void units() {
        out.println(
                "<section><h2>" + say("单位（同一项义务每答复一次计一次）", "Units (counted each time something was told)") + "</h2>");
        head(
                say("单位", "Unit"),
                "",
                say("义务", "Obligations"),
                say("逾期", "Overdue"),
                say("已履行", "Fulfilled"),
                say("迟履行", "Fulfilled late"),
                say("平均逾期天数", "Days overdue, average"));
        for (Audit.Row row : audit.units()) {
            out.print("<tr><td>" + escaped(row.name().in(language)) + "</td><td><code>" + escaped(row.key())
                    + "</code></td>");
            long[] counts = row.counts().clone();
            long overdue = counts[OfUnit.OVERDUE.ordinal()];
            int days = OfUnit.DAYS_OVERDUE.ordinal();
            counts[days] = overdue == 0 ? 0 : Math.round((double) counts[days] / overdue);
            numbers(counts);
        }
        out.println("</table></div></section>");
    }

    private void numbers(long[] counts) {
        for (long count : counts) {
            out.print("<td class=\"n\">" + number(count) + "</td>");
        }
        out.println("</tr>");
    }

    private void versions() {
        out.println("<section><h2>" + say("依据的规则", "Rulesets") + "</h2>");
        head(
                say("版本", "Version"),
                say("第一份决定", "First decision"),
                say("决定", "Decisions"),
                say("有问题", "Findings"),
                say("最后一份决定", "Last decision"));
        for (Audit.Version one : audit.versions()) {
            out.println("<tr><td>" + linked("/v1/rulesets/" + one.version(), one.version()) + "</td><td>"
                    + one.first() + "</td><td class=\"n\">" + number(one.decisions()) + "</td><td class=\"n\">"
                    + number(one.findings()) + "</td><td>" + one.last() + "</td></tr>");
        }
        out.println("</table></div></section>");
    }

    private void head(String... headings) {
        out.print("<div class=\"wide\"><table><tr>");
        for (int i = 0; i < headings.length; i++) {
            out.print("<th" + (i < 2 ? "" : " class=\"n\"") + ">" + headings[i] + "</th>");
        }
        out.println("</tr>");
    }

    private void findings() throws IOException {
        out.println("<section id=\"findings\"><h2>" + say("发现的问题", "Findings") + "</h2>");
        if (audit.found() == 0) {
            out.println("<p>" + say("没有发现问题。", "There are none.") + "</p>");
        } else {
            audit.findings().forEach(this::finding);
            if (audit.found() > most) {
                out.println("<p>"
                        + say(
                                "以上是前 " + most + " 项，另有 " + (audit.found() - most) + " 项未列出；全部见 --findings 写出的文件。",
                                "These are the first " + most + ", " + (audit.found() - most)
                                        + " more are not shown; the file that --findings writes has them all.")
                        + "</p>");
            }
        }
        out.println("</section>");
    }

    private void finding(Finding one) {
        if (++shown > most) {
            return;
        }
        out.println("<details" + (shown <= 10 ? " open" : "") + "><summary><b>"
                + escaped(one.kind().label().in(language)) + "</b> <code>" + one.id() + "</code> "
                + escaped(one.at()) + "</summary>");
        out.println("<p>" + linked("/v1/decisions/" + one.id(), say("查看记录", "the record")) + say("（链 ", " (chain ")
                + one.chain() + say(" 第 ", " number ") + one.number() + say(" 条）；调用方：", "); caller: ")
                + escaped(one.caller()) + say("；规则：", "; ruleset: ") + "<code>" + escaped(one.ruleset())
                + "</code></p>");
        if (one.differences().isEmpty()) {
            out.println("<p>" + escaped(one.what().in(language)) + "</p>");
        } else {
            differences(one);
        }
        out.println("</details>");
    }

    private void differences(Finding one) {
        out.println("<div class=\"wide\"><table><tr><th>" + say("何处", "Where") + "</th><th>" + say("当时答复", "Answered")
                + "</th><th>" + say("重放结果", "Comes out as") + "</th></tr>");
        for (Finding.Difference difference : one.differences()) {
            out.println("<tr><td><code>" + escaped(difference.where()) + "</code></td><td class=\"was\">"
                    + escaped(difference.recorded()) + "</td><td class=\"now\">" + escaped(difference.now())
                    + "</td></tr>");
        }
        out.println("</table></div>");
        if (one.more() > 0) {
            out.println("<p>" + say("另有 " + one.more() + " 处。", "And " + one.more() + " more.") + "</p>");
        }
    }

    private String linked(String path, String text) {
        return link.isEmpty()
                ? "<code>" + escaped(text) + "</code>"
                : "<a href=\"" + escaped(link.replaceFirst("/+$", "") + path) + "\">" + escaped(text) + "</a>";
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String hash(String script) {
        byte[] digest = Chain.sha256().digest(script.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AuditPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
