package cn.jinniu.bangban.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with a decision log; by itself it only says what there is. */
@Command(
        name = "log",
        description = {"核对、封存、导出、清理决定日志", "Verify, seal, export and prune the decision log"},
        synopsisSubcommandLabel = "COMMAND")
final class LogCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    static CommandLine of(Console console) {
        CommandLine log = new CommandLine(new LogCommand());
        log.addSubcommand(new LogVerifyCommand(console));
        log.addSubcommand(new LogSealCommand(console));
        log.addSubcommand(new LogExportCommand(console));
        log.addSubcommand(new LogReindexCommand(console));
        log.addSubcommand(new LogPruneCommand(console));
        log.addSubcommand(new LogKeyCommand(console));
        return log;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "缺少命令 / a command is missing: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
