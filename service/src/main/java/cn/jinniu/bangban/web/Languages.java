package cn.jinniu.bangban.web;

import cn.jinniu.bangban.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which language an Accept-Language header (RFC 9110) asks for: Chinese unless English is preferred.
 *
 * <p>Not {@link Locale.LanguageRange#parse}: it fails on some malformed headers in ways its description does not know,
 * and a header that says nothing must not fail a request. What is malformed is passed over.
 */
final class Languages {
    private static final String HEADER = "Accept-Language";

    private Languages() {}

    static Language of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HEADER);
        if (headers == null || !headers.hasMoreElements()) {
            return Language.ZH;
        }
        String header = headers.nextElement();
        while (headers.hasMoreElements()) {
            header += ',' + headers.nextElement();
        }
        return of(header);
    }

    /** @param header the header's value; of several, all of them with commas between */
    static Language of(String header) {
        Language preferred = Language.ZH;
        double highest = 0;
        for (String range : header.split(",")) {
            int semicolon = range.indexOf(';');
            Language language = language(semicolon < 0 ? range : range.substring(0, semicolon));
            double weight = semicolon < 0 ? 1 : weight(range.substring(semicolon + 1));
            if (language != null && weight > highest) {
                preferred = language;
                highest = weight;
            }
        }
        return preferred;
    }

    /** The language of ours that a range such as {@code en-GB} means; null for none of them. */
    private static @Nullable Language language(String range) {
        String tag = range.strip().toLowerCase(Locale.ROOT);
        if (tag.equals("*") || tag.equals("zh") || tag.startsWith("zh-")) {
            return Language.ZH;
        }
        return tag.equals("en") || tag.startsWith("en-") ? Language.EN : null;
    }

    /** The weight in {@code q=0.8}; 0, which is "not this one", where it is none. */
    private static double weight(String parameter) {
        String q = parameter.strip();
        if (!q.regionMatches(true, 0, "q=", 0, 2)) {
            return 0;
        }
        try {
            double weight = Double.parseDouble(q.substring(2));
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    /** As a tag for Content-Language. */
    static String tag(Language language) {
        return switch (language) {
            case ZH -> "zh";
            case EN -> "en";
        };
    }
}
