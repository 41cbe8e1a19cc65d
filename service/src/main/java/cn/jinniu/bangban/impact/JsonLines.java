package cn.jinniu.bangban.impact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Things kept in a file, a JSON object a line: there may be more of them than memory holds.
 *
 * @param <T> a record that Jackson writes and reads
 */
public final class JsonLines<T> implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Path file;
    private final boolean temporary;
    private final OutputStream out;

    private JsonLines(Class<T> type, Path file, boolean temporary, OutputStream out) {
        this.writer = JSON.writerFor(type);
        this.reader = JSON.readerFor(type);
        this.file = file;
        this.temporary = temporary;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /** Kept in a temporary file, which is removed when it is closed. */
    public static <T> JsonLines<T> temporary(Class<T> type) throws IOException {
        Path file = Files.createTempFile("bangban", ".ndjson");
        return new JsonLines<>(type, file, true, Files.newOutputStream(file));
    }

    /**
     * Kept in a file that stays.
     *
     * @param length how many bytes of it count; what lies behind them is cut off
     * @throws IOException also where the file is shorter
     */
    public static <T> JsonLines<T> in(Path file, long length, Class<T> type) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IOException(file + " is shorter than it was");
            }
            channel.truncate(length);
        }
        return new JsonLines<>(type, file, false, Files.newOutputStream(file, StandardOpenOption.APPEND));
    }

    /** What is done with each. */
    public interface Reader<T> {
        void read(T one) throws IOException;
    }

    public void add(T one) throws IOException {
        try {
            writer.writeValue(out, one);
            out.write('\n');
        } catch (JacksonException full) {
            throw new IOException(file + " cannot be written", full);
        }
    }

    /** Writes all to the file and tells how many bytes it has. */
    public long flushed() throws IOException {
        out.flush();
        return Files.size(file);
    }

    /** Reads all, in the order they were added. */
    public void forEach(Reader<T> each) throws IOException {
        out.flush();
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<T> all = reader.readValues(in)) {
            while (all.hasNextValue()) {
                each.read(all.nextValue());
            }
        } catch (JacksonException broken) {
            throw new IOException(file + " cannot be read", broken);
        }
    }

    /** Copies the lines as they are. */
    public void copy(OutputStream to) throws IOException {
        out.flush();
        Files.copy(file, to);
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
