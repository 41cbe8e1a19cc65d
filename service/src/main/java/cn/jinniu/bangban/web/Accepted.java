package cn.jinniu.bangban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.MediaType;

/** Which of the types an address gives an Accept header (RFC 9110) asks for. Spring has refused what takes none. */
final class Accepted {
    private Accepted() {}

    /** Whether one type is wanted more than the other, which is given where nothing is preferred. */
    static boolean prefers(String type, String otherwise, HttpServletRequest request) {
        List<MediaType> accepted =
                MediaType.parseMediaTypes(List.copyOf(Collections.list(request.getHeaders("Accept"))));
        return weight(MediaType.parseMediaType(type), accepted) > weight(MediaType.parseMediaType(otherwise), accepted);
    }

    /** The weight of the most specific range that takes the type; 0 where none does. */
    private static double weight(MediaType type, List<MediaType> accepted) {
        double weight = accepted.isEmpty() ? 1 : 0;
        int closest = -1;
        for (MediaType range : accepted) {
            int close = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (close > closest && range.includes(type)) {
                closest = close;
                weight = range.getQualityValue();
            }
        }
        return weight;
    }
}
