package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.log.privacy.Keys;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes a key. */
@Command(
        name = "key",
        description = {"生成一个新密钥，用来加密日志中的姓名和名称", "Make a new key to encrypt names in the log with"})
final class LogKeyCommand implements Callable<Integer> {
    private final Console console;

    LogKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PrintWriter out = console.writer();
        out.println(Keys.fresh());
        out.flush();
        return ExitCodes.OK;
    }
}
