package cn.jinniu.bangban.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A call byte by byte, for what no well-behaved client does: requests that are none, and answers read while the
 * request is still being written. Reading gives up after half a minute.
 */
final class RawCall implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private long left;

    RawCall(RunningService service) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Begins to post to the decision endpoint, in chunks. */
    static RawCall stream(RunningService service, String type) throws IOException {
        RawCall call = new RawCall(service);
        call.send("POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        return call;
    }

    RawCall send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RawCall chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        chunk.writeTo(out);
        return this;
    }

    RawCall lastChunk() throws IOException {
        return send("0\r\n\r\n");
    }

    /** Says that nothing more will be sent. */
    RawCall endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Whether some of the answer has come already. */
    boolean answered() throws IOException {
        return in.available() > 0;
    }

    /** The answer's status line and headers, lower case, one a line. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    /** All that comes up to the end of the connection. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next line of a chunked answer's body, without its line break; null at the body's end. */
    String bodyLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = bodyByte(); b != '\n'; b = bodyByte()) {
            if (b < 0) {
                if (line.size() > 0) {
                    throw new AssertionError("a line without an end: " + line.toString(StandardCharsets.UTF_8));
                }
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int bodyByte() throws IOException {
        if (left == 0) {
            String size = line();
            left = Long.parseLong(size.isEmpty() ? line() : size, 16);
            if (left == 0) {
                return -1;
            }
        }
        left--;
        return need(in.read());
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = need(in.read()); b != '\n'; b = need(in.read())) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static int need(int b) throws EOFException {
        if (b < 0) {
            throw new EOFException("the connection was closed within an answer");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
