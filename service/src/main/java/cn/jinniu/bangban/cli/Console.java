package cn.jinniu.bangban.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a command has around it. Text is UTF-8 whatever the machine prefers, and the day is Shanghai's.
 *
 * @param in where requests come from when no file is named
 * @param out where results go; who reads them may stop at any time
 * @param err where problems are told
 * @param clock says what day it is in Shanghai
 * @param interactive whether a person looks on
 */
record Console(InputStream in, OutputStream out, PrintWriter err, Clock clock, boolean interactive) {
    private static final int BUFFER = 64 * 1024;

    /** The process's own. */
    @SuppressWarnings("SystemConsoleNull") // the console asked for below is null where nobody looks on
    static Console ofProcess() {
        // From Java 22 on a console is there even where nobody looks on, unless this one is asked for.
        System.setProperty("jdk.console", "java.base");
        return new Console(
                // Buffered, since a bare one of Java 17 wants to seek in a pipe.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new ResultStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                new PrintWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true),
                Clock.system(ZoneId.of("Asia/Shanghai")),
                System.console() != null);
    }

    /** A writer of results; flush it before it is let go. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
    }
}
