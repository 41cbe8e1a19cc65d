package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.replay.Selection;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a log is replayed, and where it is told what came of it. They go with {@code --log}. */
final class LogReplayOptions {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = {"与 --log 合用：从这一天记录的决定起", "With --log: decisions recorded on this day or later"})
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = {"与 --log 合用：到这一天为止（含当天）", "With --log: decisions recorded on this day or earlier"})
    private @Nullable LocalDate to;

    @Option(
            names = "--project",
            paramLabel = "ID",
            description = {"只重放涉及这个项目的决定", "Only decisions on this project"})
    private @Nullable String project;

    @Option(
            names = "--bearer",
            paramLabel = "UNIT",
            description = {"只重放有这个责任单位的决定", "Only decisions with an obligation of this unit"})
    private @Nullable String bearer;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = {"只重放有这个代码的决定", "Only decisions with an answer of this code"})
    private @Nullable String code;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = {"只重放有这个状态的决定", "Only decisions with an obligation of this status"})
    private @Nullable String status;

    @Option(
            names = "--clause",
            paramLabel = "NUMBER",
            description = {"只重放依据这一条款的决定", "Only decisions with an answer that rests on this clause"})
    private @Nullable String clause;

    @Option(
            names = "--ruleset",
            paramLabel = "VERSION",
            description = {"只重放由这一版规则作出的决定", "Only decisions by this ruleset"})
    private @Nullable String ruleset;

    @Option(
            names = "--caller",
            paramLabel = "NAME",
            description = {"只重放这个调用方的决定", "Only decisions for this caller"})
    private @Nullable String caller;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = {
                "进度文件：中断以后再次运行，从上次的位置继续；完成后删去",
                "Progress file: run again after a break, goes on from there; removed when all is done"
            })
    @Nullable
    Path resume;

    @Option(
            names = "--findings",
            paramLabel = "FILE",
            description = {"把发现的问题写入文件，每行一项（NDJSON）", "Write each finding to a file, one a line (NDJSON)"})
    @Nullable
    Path findings;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = {
                "另写一个单独的网页：审计报告；与 --rules 合用时为影响报告",
                "Also write one self-contained page: the audit report, or with --rules that of the impact"
            })
    @Nullable
    Path html;

    @Option(
            names = "--html-limit",
            paramLabel = "N",
            defaultValue = "2000",
            description = {
                "网页里最多逐项列出多少项（默认 2000）",
                "Most findings or changed decisions the page shows in full (default: 2000)"
            })
    long htmlLimit = 2000;

    @Option(
            names = "--link",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = {
                "审计报告中链接指向的服务地址（默认 http://127.0.0.1:8080）",
                "Service that the audit report links its records to (default: http://127.0.0.1:8080)"
            })
    String link = "";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = {"输出形式（默认 text）", "How to show what came of it (default: text)"})
    DiffCommand.Format format = DiffCommand.Format.TEXT;

    Selection selection() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Failure("--to 早于 --from", "--to is before --from");
        }
        return new Selection(from, to, project, bearer, code, status, clause, ruleset, caller);
    }

    /** Whether anything is asked for that only a log can give. */
    boolean any() {
        Selection all = new Selection(null, null, null, null, null, null, null, null, null);
        return !selection().equals(all) || resume != null || findings != null || html != null;
    }
}
