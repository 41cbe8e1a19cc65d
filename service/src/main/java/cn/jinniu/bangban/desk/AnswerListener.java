package cn.jinniu.bangban.desk;

/** Is told what was answered, on the thread that answered it. */
@FunctionalInterface
public interface AnswerListener {
    /** @param nanoseconds how long it took from the request's bytes to the answer's records */
    void heard(Answer answer, long nanoseconds);

    /**
     * Is told that a line of a stream could not be answered for a reason nobody foresaw. Whoever takes note of it lets
     * the stream go on, with a problem in the line's place.
     *
     * @throws RuntimeException the same, to end the stream instead, which is what happens where nobody takes note
     */
    default void failed(RuntimeException unforeseen) {
        throw unforeseen;
    }
}
