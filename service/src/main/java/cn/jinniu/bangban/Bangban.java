package cn.jinniu.bangban;

import cn.jinniu.bangban.cli.BangbanCommand;

/** Where the program begins; what it does is the command line's to say. */
public final class Bangban {
    private Bangban() {}

    public static void main(String[] args) {
        ServiceStart.run(args);
        int exitCode = QuickStart.run(args).orElseGet(() -> BangbanCommand.runInProcess(args));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        // Returning instead lets a service that was started go on.
    }
}
