package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Writes decisions as the contract shows them under <i>Decision</i>: compact JSON in UTF-8, members in its order, every
 * member always there. But for the decision's id and the messages, equal decisions give equal bytes. Safe for many
 * threads.
 */
public final class DecisionWriter {
    private static final int USUAL_SIZE = 32 * 1024;

    /** Memory beyond this is not kept for the next decision. */
    private static final int LARGE = 1024 * 1024;

    private static final int MOST_IDLE = 64;

    private final Messages messages;
    private final Utf8Sink.Words words = new Utf8Sink.Words();
    /** The memory that decisions are written in: what was put back last, which the processor still has at hand, goes first. */
    private final Deque<Utf8Sink> idle = new LinkedBlockingDeque<>(MOST_IDLE);

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
        Utf8Sink sheet = take();
        try {
            sheet.begin(out);
            fill(sheet, decision, decisionId, language);
            sheet.drain();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } finally {
            putBack(sheet);
        }
    }

    /** The bytes that {@link #write} writes. */
    public byte[] bytes(Decision decision, String decisionId, Language language) {
        Utf8Sink sheet = take();
        try {
            sheet.begin(null);
            fill(sheet, decision, decisionId, language);
            return sheet.toByteArray();
        } finally {
            putBack(sheet);
        }
    }

    private void fill(Utf8Sink sheet, Decision decision, String decisionId, Language language) {
        new DecisionJson(sheet, messages, language).write(decision, decisionId);
    }

    private Utf8Sink take() {
        Utf8Sink sheet = idle.pollFirst();
        return sheet == null ? new Utf8Sink(words, USUAL_SIZE) : sheet;
    }

    private void putBack(Utf8Sink sheet) {
        if (sheet.capacity() <= LARGE) {
            sheet.begin(null);
            idle.offerFirst(sheet); // one too many is let go of
        }
    }
}
