package cn.jinniu.bangban.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with scenarios beside replaying them. */
@Command(
        name = "scenario",
        description = {"制作场景文件", "Make scenario files"},
        synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "缺少命令 / a command is missing: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
