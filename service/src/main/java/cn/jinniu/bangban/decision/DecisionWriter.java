package cn.jinniu.bangban.decision;

import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes decisions as the contract shows them under <i>Decision</i>: compact JSON in UTF-8, members in its order, every
 * member always there. But for the decision's id and the messages, equal decisions give equal bytes. Safe for many
 * threads.
 */
public final class DecisionWriter {
    /**
     * The stream is the caller's to flush and close, and a decision that breaks off is left broken: it must not look
     * whole.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private static final int USUAL_SIZE = 16 * 1024;

    private final Messages messages;

    /** @param messages says each obligation and alert in a sentence */
    public DecisionWriter(Messages messages) {
        this.messages = messages;
    }

    /**
     * Writes one decision, without a line break behind it.
     *
     * @param decisionId what this decision is called, to find it again
     * @param language the language of the messages
     * @param out neither flushed nor closed
     * @throws IOException when {@code out} throws it
     */
    public void write(Decision decision, String decisionId, Language language, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new DecisionJson(json, messages, language).write(decision, decisionId);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    /** The bytes that {@link #write} writes. */
    public byte[] bytes(Decision decision, String decisionId, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try {
            write(decision, decisionId, language, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
        return bytes.toByteArray();
    }
}
