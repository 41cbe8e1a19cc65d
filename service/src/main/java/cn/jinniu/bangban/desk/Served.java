package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.text.Language;

/**
 * A decision that is about to be told.
 *
 * @param decisionId what it is called
 * @param request the very bytes that were received
 * @param decided the decision and its facts
 * @param answer the very bytes that are about to be sent, without a line break
 * @param nanoseconds how long it took from the request's bytes to the answer's records
 */
public record Served(
        String decisionId,
        byte[] request,
        Answer.Decided decided,
        byte[] answer,
        Language language,
        long nanoseconds) {}
