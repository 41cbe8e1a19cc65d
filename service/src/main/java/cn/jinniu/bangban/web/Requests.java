package cn.jinniu.bangban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Reads requests' bodies. */
final class Requests {
    /** Bodies announced to be no larger get their memory before they come. */
    private static final int TAKEN_ON_TRUST = 256 * 1024;

    private Requests() {}

    /**
     * @param accepted the media types that may be sent here, for the answer
     * @throws HttpMediaTypeNotSupportedException when the body is compressed, or in another charset than UTF-8
     */
    static void requirePlainUtf8(HttpServletRequest request, List<MediaType> accepted)
            throws HttpMediaTypeNotSupportedException {
        String encoding = request.getHeader("Content-Encoding");
        // Not what the request calls its encoding: Spring makes that UTF-8 whatever the header says.
        MediaType type = MediaType.parseMediaType(request.getContentType());
        Charset charset = type.getCharset();
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
        if (!plain || !utf8) {
            throw new HttpMediaTypeNotSupportedException(type, accepted, HttpMethod.valueOf(request.getMethod()));
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
        if (announced >= 0 && announced <= TAKEN_ON_TRUST) {
            byte[] body = new byte[(int) announced];
            int read = in.readNBytes(body, 0, body.length);
            return read == body.length ? body : Arrays.copyOf(body, read);
        }
        // Takes memory as the bytes come: many may announce much and send little.
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ProblemException(HttpProblems.tooLarge(limit));
        }
        return body;
    }
}
