package cn.jinniu.bangban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;

/** Reads requests' bodies. */
final class Requests {
    private Requests() {}

    /** @throws ProblemException when the body is compressed, or in another charset than UTF-8 */
    static void requirePlainUtf8(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        // Not what the request calls its encoding: Spring makes that UTF-8 whatever the header says.
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
        if (!plain || !utf8) {
            throw new ProblemException(HttpProblems.of(415));
        }
    }

    /**
     * The whole body.
     *
     * @param limit most bytes of it
     * @throws ProblemException when it has more
     */
    static byte[] body(HttpServletRequest request, int limit) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw new ProblemException(HttpProblems.tooLarge(limit));
        }
        InputStream in = request.getInputStream();
        if (announced >= 0) {
            byte[] body = new byte[(int) announced];
            int read = in.readNBytes(body, 0, body.length);
            return read == body.length ? body : Arrays.copyOf(body, read);
        }
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ProblemException(HttpProblems.tooLarge(limit));
        }
        return body;
    }
}
