package cn.jinniu.bangban.live;

/** Is told what becomes of the rules folder, one thing after the other, on the thread that saw to it. */
public interface LiveListener {
    /**
     * A ruleset is about to come into force. No decision by it has been made, and none is made before this returns.
     *
     * @param next what comes into force; its source holds the files to keep, its version the name decisions will bear
     * @throws RuntimeException to keep it from coming into force: it is then refused
     */
    default void comesIntoForce(InForce next) {}

    /** What stands in the folder was refused, or is now something else that was refused; what decided goes on. */
    default void refused(Standing standing) {}

    /**
     * The folder was looked at because it had changed or somebody asked.
     *
     * @param outcome what came of it
     * @param nanoseconds how long it took, from copying the folder to putting it into force
     */
    default void looked(Outcome outcome, long nanoseconds) {}

    /** Looking at the folder, or making a ruleset, failed for a reason nobody foresaw. */
    default void failed(Throwable unforeseen) {}
}
