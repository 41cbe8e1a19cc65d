package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.web.WebApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the service, which then goes on until it is stopped. Settings not given here are the application's. */
@Command(
        name = "serve",
        description = {"启动 HTTP 服务（默认只监听本机）", "Start the HTTP service (on loopback unless told otherwise)"})
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {"规则目录（默认 rules）", "Rules folder (default: rules)"})
    private @Nullable Path rules;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = {"端口（默认 8080）", "Port (default: 8080)"})
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "A",
            description = {"监听地址（默认 127.0.0.1）", "Address to listen on (default: 127.0.0.1)"})
    private @Nullable String address;

    @Parameters(
            paramLabel = "-- ARG",
            description = {"“--”之后的参数原样交给 Spring", "What follows -- goes to Spring as it is"})
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> args = new ArrayList<>();
        add(args, "bangban.rules", rules);
        add(args, "server.port", port);
        add(args, "server.address", address);
        args.addAll(rest);
        try {
            WebApplication.run(args.toArray(String[]::new));
            return ExitCodes.OK;
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    private static void add(List<String> args, String name, @Nullable Object value) {
        if (value != null) {
            args.add("--" + name + '=' + value);
        }
    }

    /** The part of a start's failure that a person can mend. */
    private static RuntimeException reason(RuntimeException e) {
        Throwable last = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return new Failure("服务未能启动：" + last.getMessage(), "the service did not start: " + last.getMessage());
    }
}
