package cn.jinniu.bangban.desk;

/**
 * What comes of a question about a request other than what to decide.
 *
 * @param <T> what was asked for
 */
public sealed interface Outcome<T> {
    /** What was asked for. */
    record Given<T>(T answer) implements Outcome<T> {}

    /** Why there is no answer. */
    record Refused<T>(Problem problem) implements Outcome<T> {}
}
