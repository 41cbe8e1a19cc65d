package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.desk.ProblemWriter;
import cn.jinniu.bangban.text.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends problems. */
final class ProblemResponse {
    private ProblemResponse() {}

    /** Sends a problem as the whole answer; one whose answer has begun cannot be told any more. */
    static void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Language language = Languages.of(request);
        byte[] body = ProblemWriter.bytes(problem, language, instance(request));
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", Languages.tag(language));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** The path the caller asked for, which the container keeps aside where it hands an error on. */
    private static String instance(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String path ? path : request.getRequestURI();
    }
}
