package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Writes decisions as the contract shows them under <i>Decision</i>: compact JSON in UTF-8, members in its order, every
 * member always there. But for the decision's id and the messages, equal decisions give equal bytes. Safe for many
 * threads.
 */
public final class DecisionWriter {
    private static final int USUAL_SIZE = 32 * 1024;
    private static final int USUAL_SENTENCE = 256;

    /** Memory beyond this is not kept for the next decision. */
    private static final int LARGE = 1024 * 1024;

    private static final int MOST_IDLE = 64;

    /** The memory that a decision is written in. */
    private record Sheet(Utf8Sink sink, StringBuilder sentence) {}

    private final Messages messages;
    private final Utf8Sink.Words words = new Utf8Sink.Words();
    private final Queue<Sheet> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    /** @param messages says each obligation and alert in a sentence */
    public DecisionWriter(Messages messages) {
        this.messages = messages;
    }

    /**
     * Writes one decision, without a line break behind it. A decision that breaks off is left broken: it must not look
     * whole.
     *
     * @param decisionId what this decision is called, to find it again
     * @param language the language of the messages
     * @param out neither flushed nor closed
     * @throws IOException when {@code out} throws it
     */
    public void write(Decision decision, String decisionId, Language language, OutputStream out) throws IOException {
        Sheet sheet = take();
        try {
            sheet.sink.begin(out);
            fill(sheet, decision, decisionId, language);
            sheet.sink.drain();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } finally {
            putBack(sheet);
        }
    }

    /** The bytes that {@link #write} writes. */
    public byte[] bytes(Decision decision, String decisionId, Language language) {
        Sheet sheet = take();
        try {
            sheet.sink.begin(null);
            fill(sheet, decision, decisionId, language);
            return sheet.sink.toByteArray();
        } finally {
            putBack(sheet);
        }
    }

    private void fill(Sheet sheet, Decision decision, String decisionId, Language language) {
        new DecisionJson(sheet.sink, messages, language, sheet.sentence).write(decision, decisionId);
    }

    private Sheet take() {
        Sheet sheet = idle.poll();
        return sheet == null ? new Sheet(new Utf8Sink(words, USUAL_SIZE), new StringBuilder(USUAL_SENTENCE)) : sheet;
    }

    private void putBack(Sheet sheet) {
        if (sheet.sink.capacity() <= LARGE && sheet.sentence.capacity() <= LARGE) {
            sheet.sink.begin(null);
            idle.offer(sheet); // one too many is let go of
        }
    }
}
