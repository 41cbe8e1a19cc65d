package cn.jinniu.bangban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever ends a request into a problem. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(ProblemException.class)
    void problem(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemResponse.send(problem.problem(), request, response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void parameter(MethodArgumentTypeMismatchException wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String value = String.valueOf(wrong.getValue());
        ProblemResponse.send(
                HttpProblems.parameter(
                        wrong.getName(),
                        "“" + value + "”不能识别，日期写作 YYYY-MM-DD",
                        "\"" + value + "\" is not understood; write a date as YYYY-MM-DD"),
                request,
                response);
    }

    /** A query that is no query, such as {@code %zz}. */
    @ExceptionHandler(InvalidParameterException.class)
    void query(InvalidParameterException broken, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemResponse.send(HttpProblems.of(400), request, response);
    }

    @ExceptionHandler(IOException.class)
    void brokenOff(IOException broken, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // The body broke off, or is no body. The caller is told if it is still there.
        LOG.debug("a request broke off", broken);
        if (response.isCommitted()) {
            throw broken;
        }
        ProblemResponse.send(HttpProblems.of(400), request, response);
    }

    @ExceptionHandler(Exception.class)
    void any(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof ErrorResponse error) {
            // 404, 405, 406, 415 and the like, with the headers that go with them.
            HttpHeaders headers = error.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (thrown instanceof HttpMediaTypeNotSupportedException
                    && request.getMethod().equals("POST")) {
                response.setHeader("Accept-Post", headers.getFirst(HttpHeaders.ACCEPT));
            }
            ProblemResponse.send(HttpProblems.of(error.getStatusCode().value()), request, response);
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
            if (response.isCommitted()) {
                throw thrown; // cuts the connection, so that the answer does not look whole
            }
            ProblemResponse.send(HttpProblems.of(500), request, response);
        }
    }
}
