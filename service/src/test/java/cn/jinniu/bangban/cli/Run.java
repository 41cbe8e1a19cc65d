package cn.jinniu.bangban.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A command line that was carried out, and what came of it. */
public record Run(int exitCode, String out, String err) {
    /** Late in the evening of 25 March in London, which is early on the 26th in Shanghai. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-25T20:00:00Z"), ZoneId.of("Asia/Shanghai"));

    public static Run of(String... args) {
        return withInput("", args);
    }

    static Run withInput(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exitCode = into(out, err, input, args);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    static int into(OutputStream out, StringWriter err, String input, String... args) {
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintWriter(err, true),
                CLOCK,
                false);
        return BangbanCommand.run(console, args);
    }

    public List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
