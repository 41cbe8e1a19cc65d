package cn.jinniu.bangban.web;

import cn.jinniu.bangban.text.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language an Accept-Language header asks for: Chinese unless English is preferred. */
final class Languages {
    private Languages() {}

    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Language.ZH;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return Language.ZH; // A header that says nothing asks for nothing.
        }
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() > 0) {
                String language = range.getRange();
                if (language.equals("en") || language.startsWith("en-")) {
                    return Language.EN;
                }
                if (language.equals("*") || language.equals("zh") || language.startsWith("zh-")) {
                    return Language.ZH;
                }
            }
        }
        return Language.ZH;
    }

    /** As a tag for Content-Language. */
    static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
