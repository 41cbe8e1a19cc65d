package cn.jinniu.bangban.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Buffers results, and tells a reader that has gone away from a disk that is full. Once results are lost, every later call
 * fails as the first did: what comes behind a gap must not look whole.
 */
final class ResultStream extends OutputStream {
    private final BufferedOutputStream out;
    private @Nullable UncheckedIOException failure;

    /** Nobody reads the results any more: no reason to go on, and none to complain. */
    static final class ReaderGone extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        ReaderGone(IOException cause) {
            super(cause);
        }
    }

    /** Results could not be written. */
    static final class Unwritable extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Unwritable(IOException cause) {
            super(cause);
        }
    }

    ResultStream(OutputStream out, int buffer) {
        this.out = new BufferedOutputStream(out, buffer);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        if (failure != null) {
            throw failure;
        }
        try {
            writing.run();
        } catch (IOException e) {
            failure = failure(e);
            throw failure;
        }
    }

    /** The system's words are all there is to tell the two apart by; they come in its language. */
    private static UncheckedIOException failure(IOException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("pipe") || words.contains("管道") ? new ReaderGone(e) : new Unwritable(e);
    }
}
