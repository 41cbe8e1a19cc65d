package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.facts.CivilTime;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole command line; by itself it only says what there is. */
@Command(
        name = "bangban",
        header = "帮办：金牛区重点项目帮办制度的决定服务 / Decisions on Jinniu District's key construction projects",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n命令 / Commands:%n",
        optionListHeading = "%n选项 / Options:%n")
public final class BangbanCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private BangbanCommand() {}

    /**
     * Runs a command of the process.
     *
     * @return its exit code; 0 also when a service was started and goes on
     */
    public static int runInProcess(String... args) {
        Console console = Console.ofProcess();
        return run(console, args);
    }

    static int run(Console console, String... args) {
        StringWriter help = new StringWriter();
        try {
            int exitCode = commandLine(console, new PrintWriter(help), args).execute(args);
            console.out().write(help.toString().getBytes(StandardCharsets.UTF_8));
            console.out().flush();
            return exitCode;
        } catch (ResultStream.ReaderGone gone) {
            return ExitCodes.OK;
        } catch (ResultStream.Unwritable | IOException e) {
            console.err().println("无法写出结果 / the results cannot be written: " + e.getMessage());
            return ExitCodes.BAD_INPUT;
        } catch (Error broken) {
            // The Java platform or the jar itself fails, such as a jar replaced while it runs: say so, and fail.
            console.err().println("程序无法继续 / the program cannot go on: " + broken);
            return ExitCodes.INTERNAL;
        }
    }

    private static CommandLine commandLine(Console console, PrintWriter out, String... args) {
        CommandLine commands = new CommandLine(new BangbanCommand());
        Map<String, Supplier<Object>> all = all(console);
        // The one that is asked for is enough: to set all of them up takes a twentieth of a start.
        String asked = args.length == 0 ? "" : args[0];
        (all.containsKey(asked) ? Map.of(asked, all.get(asked)) : all)
                .forEach((name, command) -> commands.addSubcommand(name, command.get()));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(out);
        commands.setErr(console.err());
        commands.registerConverter(Language.class, word -> language(word));
        commands.registerConverter(LocalDate.class, word -> day(word));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, console));
        commands.setParameterExceptionHandler((e, unused) -> misused(e, console));
        for (CommandLine command : commands.getSubcommands().values()) {
            standardOptions(command);
            command.getSubcommands().values().forEach(BangbanCommand::standardOptions);
        }
        standardOptions(commands);
        return commands;
    }

    /** All commands by name, in the order they are listed. */
    private static Map<String, Supplier<Object>> all(Console console) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("serve", ServeCommand::new);
        all.put("decide", () -> new DecideCommand(console));
        all.put("forecast", () -> new ForecastCommand(console));
        all.put("explain", () -> new ExplainCommand(console));
        all.put("replay", () -> new ReplayCommand(console));
        all.put("check", () -> new CheckCommand(console));
        all.put("coverage", () -> new CoverageCommand(console));
        all.put("diff", () -> new DiffCommand(console));
        all.put("log", () -> LogCommand.of(console));
        all.put(
                "scenario",
                () -> new CommandLine(new ScenarioCommand()).addSubcommand(new ScenarioFromLogCommand(console)));
        return all;
    }

    private static void standardOptions(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.addMixin("standard", CommandSpec.forAnnotatedObject(new StandardOptions()));
        spec.versionProvider(new Version());
        spec.usageMessage().width(100).adjustLineBreaksForWideCJKCharacters(true);
    }

    private static Language language(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new CommandLine.TypeConversionException("'" + word + "' 应为 zh 或 en / must be zh or en");
        };
    }

    private static LocalDate day(String word) {
        LocalDate day = CivilTime.date(word);
        if (day == null) {
            String range = CivilTime.FIRST_DAY + " … " + CivilTime.LAST_DAY;
            throw new CommandLine.TypeConversionException("'" + word + "' 应为 " + range
                    + " 之间真实存在的日期，写作 YYYY-MM-DD / must be a real day of " + range + ", written YYYY-MM-DD");
        }
        return day;
    }

    /** Tells a person why a command failed; what that person cannot mend is told in one line too. */
    private static int failed(Exception e, CommandLine command, Console console) {
        Language language = command.getCommandSpec().findOption("--lang") == null
                ? Language.ZH
                : command.getCommandSpec().findOption("--lang").getValue();
        if (e instanceof ResultStream.ReaderGone || e instanceof ResultStream.Unwritable) {
            return ExitCodes.BAD_INPUT; // The stream says so again when it is flushed, and is answered then.
        } else if (e instanceof Failure failure) {
            console.err().println(failure.in(language));
            return ExitCodes.BAD_INPUT;
        } else if (e instanceof RulesFailure rules) {
            ProblemLines.print(rules.folder().toString(), rules.problems(), language, console.err());
            return ExitCodes.BAD_INPUT;
        }
        console.err().println("程序内部错误 / internal error: " + e);
        return ExitCodes.INTERNAL;
    }

    private static int misused(ParameterException e, Console console) {
        CommandLine command = e.getCommandLine();
        console.err().println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err());
        console.err().println("用法见 / see: " + command.getCommandSpec().qualifiedName() + " --help");
        console.err().flush();
        return ExitCodes.BAD_INPUT;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "缺少命令 / a command is missing: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
