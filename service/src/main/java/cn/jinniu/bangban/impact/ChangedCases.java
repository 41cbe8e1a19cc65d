package cn.jinniu.bangban.impact;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Requests that come out otherwise, kept in a file: there may be more than memory holds, and they are shown after the
 * summary, which is only known when all have been compared.
 */
public final class ChangedCases implements AutoCloseable {
    private final JsonLines<ChangedCase> lines;

    /** Kept in a temporary file. */
    public ChangedCases() throws IOException {
        lines = JsonLines.temporary(ChangedCase.class);
    }

    /** Kept in a file that stays; see {@link JsonLines#in}. */
    public ChangedCases(Path file, long length) throws IOException {
        lines = JsonLines.in(file, length, ChangedCase.class);
    }

    /** What is done with each. */
    public interface Reader extends JsonLines.Reader<ChangedCase> {}

    public void add(ChangedCase one) throws IOException {
        lines.add(one);
    }

    /** Writes all to the file and tells how many bytes it has. */
    public long flushed() throws IOException {
        return lines.flushed();
    }

    /** Reads all, in the order they were added. */
    public void forEach(Reader reader) throws IOException {
        lines.forEach(reader);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
