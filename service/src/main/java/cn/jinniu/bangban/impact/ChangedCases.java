package cn.jinniu.bangban.impact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that come out otherwise, kept in a temporary file: there may be more than memory holds, and they are shown after
 * the summary, which is only known when all have been compared.
 */
public final class ChangedCases implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private static final ObjectWriter WRITER = JSON.writerFor(ChangedCase.class);
    private static final ObjectReader READER = JSON.readerFor(ChangedCase.class);

    private final Path file;
    private final OutputStream out;

    public ChangedCases() throws IOException {
        file = Files.createTempFile("bangban-diff", ".ndjson");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /** What is done with each. */
    public interface Reader {
        void read(ChangedCase one) throws IOException;
    }

    public void add(ChangedCase one) throws IOException {
        try {
            WRITER.writeValue(out, one);
            out.write('\n');
        } catch (JacksonException full) {
            throw new IOException("the temporary file cannot be written", full);
        }
    }

    /** Reads all, in the order they were added. */
    public void forEach(Reader reader) throws IOException {
        out.flush();
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<ChangedCase> all = READER.readValues(in)) {
            while (all.hasNextValue()) {
                reader.read(all.nextValue());
            }
        } catch (JacksonException broken) {
            throw new IOException("the temporary file cannot be read", broken);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
