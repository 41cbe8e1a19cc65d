package cn.jinniu.bangban.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that is kept: as little of a client as there can be, for it shares the machine with the service. */
final class Connection implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = socket.getInputStream();
    }

    /** A whole request. */
    static byte[] request(String path, int number, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "X-Case: " + body.length + '-' + number + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** Sends a request and takes the whole answer, which must be a 200. */
    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int filled = 0;
        int bodyAt = -1;
        while (bodyAt < 0) {
            filled += more(filled);
            bodyAt = endOfHead(filled);
        }
        if (buffer[9] != '2') {
            throw new IOException(new String(buffer, 0, filled, StandardCharsets.UTF_8));
        }
        int left = bodyAt + length(bodyAt) - filled;
        while (left > 0) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the answer breaks off");
            }
            left -= read;
        }
    }

    private int more(int filled) throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("no answer");
        }
        return read;
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            int same = 0;
            while (same < LENGTH.length && (buffer[i + same] | 0x20) == (LENGTH[same] | 0x20)) {
                same++;
            }
            if (same == LENGTH.length) {
                int from = i + same;
                int to = from;
                while (buffer[to] != '\r') {
                    to++;
                }
                return Integer.parseInt(new String(buffer, from, to - from, StandardCharsets.US_ASCII).strip());
            }
        }
        throw new IllegalStateException("an answer that does not say how long it is");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
