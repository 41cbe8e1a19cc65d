package cn.jinniu.bangban.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream line by line in constant memory. Lines end with LF or CRLF, the last one with the stream; blank lines
 * are passed over but counted.
 */
public final class LineReader {
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private long number;
    private boolean ended;

    /**
     * A line that is not blank.
     *
     * @param number its place in the stream, from 1
     * @param bytes its content without the line break, null when it is longer than allowed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(long number, byte @Nullable [] bytes) {}

    /** @param longest most bytes of a line */
    public LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Whether the next line may have to be waited for. */
    boolean mayWait() throws IOException {
        for (int i = at; i < end; i++) {
            if (chunk[i] == '\n') {
                return false;
            }
        }
        return in.available() <= 0;
    }

    /** The next line that is not blank, null at the end of the stream. */
    public @Nullable Line next() throws IOException {
        while (!ended) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            long length = readLine(line);
            if (length == 0 && ended) {
                return null;
            }
            number++;
            if (length > longest) {
                return new Line(number, null);
            }
            byte[] bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return new Line(number, bytes);
            }
        }
        return null;
    }

    /** Reads up to the line break, which is left out; keeps no more than a line may have. */
    private long readLine(ByteArrayOutputStream line) throws IOException {
        long length = 0;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(chunk, 0, CHUNK));
                if (end == 0) {
                    ended = true;
                    return length;
                }
            }
            int start = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            length += at - start;
            if (length <= longest) {
                line.write(chunk, start, at - start);
            }
            if (at < end) {
                at++;
                return length;
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
