package cn.jinniu.bangban.desk;

/** Is told what was answered, on the thread that answered it. */
@FunctionalInterface
public interface AnswerListener {
    /** @param nanoseconds how long it took from the request's bytes to the answer's records */
    void heard(Answer answer, long nanoseconds);
}
