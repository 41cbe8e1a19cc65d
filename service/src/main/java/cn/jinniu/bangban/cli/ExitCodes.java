package cn.jinniu.bangban.cli;

/** What the process says to whoever started it. */
final class ExitCodes {
    static final int OK = 0;

    /** Differences or problems were found: what was asked for was done, and this is what came of it. */
    static final int FOUND = 1;

    /** What was given cannot be used: a file, a request, an option. */
    static final int BAD_INPUT = 2;

    /** A mistake of the program's own. */
    static final int INTERNAL = 70;

    private ExitCodes() {}
}
