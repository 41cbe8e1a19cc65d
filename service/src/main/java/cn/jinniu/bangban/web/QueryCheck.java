package cn.jinniu.bangban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an address does not have, has twice or finds empty: passed over in silence, a misspelt one
 * would change what is answered, as a misspelt fact would.
 */
final class QueryCheck implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            check(request.getParameterMap(), known(method));
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (var parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name());
            }
        }
        return names;
    }

    private static void check(Map<String, String[]> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new ProblemException(HttpProblems.parameter(
                        name,
                        "没有这个参数" + (known.isEmpty() ? "；这里不需要参数" : "；可用的有 " + String.join("、", known)),
                        "there is no such parameter; "
                                + (known.isEmpty() ? "none is taken here" : "known are " + String.join(", ", known))));
            }
            if (values.length > 1) {
                throw new ProblemException(HttpProblems.parameter(
                        name, "只能给出一次，现为 " + Arrays.toString(values), "give it once, not " + Arrays.toString(values)));
            }
            if (values[0].isBlank()) {
                throw new ProblemException(
                        HttpProblems.parameter(name, "没有内容；请填写或去掉这个参数", "it is empty; give a value or leave it out"));
            }
        });
    }
}
