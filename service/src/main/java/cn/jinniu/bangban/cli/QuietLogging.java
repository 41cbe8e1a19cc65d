package cn.jinniu.bangban.cli;

/** Keeps libraries from writing between a command's results. */
final class QuietLogging {
    private QuietLogging() {}

    /** Only does anything before the first library asks for a logger; {@code serve} logs, and never calls this. */
    static void ask() {
        if (System.getProperty("slf4j.provider") == null) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN"); // or it says that it does as told
        }
    }
}
