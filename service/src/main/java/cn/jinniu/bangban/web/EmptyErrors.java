package cn.jinniu.bangban.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says in a problem what an error that somebody else's endpoint (health, for one) answers without a body leaves unsaid. */
@RestControllerAdvice
class EmptyErrors implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null
                && request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answered
                && answered.getServletResponse().getStatus() >= 400) {
            try {
                ProblemResponse.send(
                        HttpProblems.of(answered.getServletResponse().getStatus()),
                        asked.getServletRequest(),
                        answered.getServletResponse());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return body;
    }
}
