package cn.jinniu.bangban.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
        return lineBreak() < 0 && in.available() <= 0;
    }

    /** The next line that is not blank, null at the end of the stream. */
    public @Nullable Line next() throws IOException {
        while (!ended) {
            int lineBreak = lineBreak();
            if (lineBreak < 0) {
                Line line = pieced();
                if (line != null) {
                    return line;
                }
                continue;
            }
            int start = at;
            at = lineBreak + 1;
            number++;
            if (lineBreak - start > longest) {
                return new Line(number, null);
            }
            if (!isBlank(chunk, start, lineBreak)) {
                return new Line(number, Arrays.copyOfRange(chunk, start, lineBreak));
            }
        }
        return null;
    }

    /** Where the line that begins here ends, −1 when not within what has been read. */
    private int lineBreak() {
        for (int i = at; i < end; i++) {
            if (chunk[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The next line, put together of what comes; null when it is blank or there is none. */
    private @Nullable Line pieced() throws IOException {
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
        return isBlank(bytes, 0, bytes.length) ? null : new Line(number, bytes);
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

    /** A byte order mark is nothing to answer either. */
    private static boolean isBlank(byte[] bytes, int from, int to) {
        boolean marked = to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        for (int i = marked ? from + 3 : from; i < to; i++) {
            byte b = bytes[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
