package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.ProblemWriter;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Tomcat's own errors, such as a request line it cannot read, as problems. Named by Tomcat, so public. */
public class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Language language = Languages.of(request);
        byte[] body = ProblemWriter.bytes(HttpProblems.of(status), language, request.getRequestURI());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", Languages.tag(language));
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // The caller has gone; its request was broken anyway.
            getContainer().getLogger().debug("no answer to a broken request", gone);
        }
    }
}
