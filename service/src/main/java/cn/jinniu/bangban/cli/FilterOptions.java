package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.log.find.Filter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which decisions of a log are meant; all of them where nothing is said. */
final class FilterOptions {
    @Option(
            names = "--project",
            paramLabel = "ID",
            description = {"请求中的项目编号", "Id of a project that was sent"})
    private @Nullable String project;

    @Option(
            names = "--bearer",
            paramLabel = "UNIT",
            description = {"义务的责任单位", "The unit that owes an obligation"})
    private @Nullable String bearer;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = {"义务、提醒或认定的代码", "Code of an obligation, an alert or a determination"})
    private @Nullable String code;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = {
                "义务的状态：${COMPLETION-CANDIDATES}（与代码、条款、责任单位须为同一项答复）",
                "Status of an obligation: ${COMPLETION-CANDIDATES} (of the answer that has the code, clause and bearer)"
            })
    private @Nullable Status status;

    @Option(
            names = "--clause",
            paramLabel = "NUMBER",
            description = {"所依据的条款", "The clause an answer rests on"})
    private @Nullable String clause;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = {"作出决定的首日（含，北京时间）", "First day of serving (inclusive, in Shanghai)"})
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = {"作出决定的末日（含，北京时间）", "Last day of serving (inclusive, in Shanghai)"})
    private @Nullable LocalDate to;

    @Option(
            names = "--ruleset",
            paramLabel = "VERSION",
            description = {"规则版本", "Version of the ruleset that decided"})
    private @Nullable String ruleset;

    @Option(
            names = "--caller",
            paramLabel = "NAME",
            description = {"请求方的名称", "Name of the caller"})
    private @Nullable String caller;

    Filter filter() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Failure("--to 早于 --from", "--to is before --from");
        }
        return new Filter(
                project, bearer, code, status == null ? null : status.name(), clause, from, to, ruleset, caller);
    }
}
