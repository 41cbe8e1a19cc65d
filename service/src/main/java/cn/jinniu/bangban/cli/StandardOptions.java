package cn.jinniu.bangban.cli;

import picocli.CommandLine.Option;

/** What every command can be asked. The fields are there to be annotated; picocli answers by itself. */
@SuppressWarnings("UnusedVariable")
final class StandardOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = {"显示帮助", "Show this help"})
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = {"显示版本", "Show the version"})
    private boolean version;
}
