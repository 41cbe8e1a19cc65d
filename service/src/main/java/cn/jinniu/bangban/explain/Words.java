package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.text.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Words that explanations are told in. */
final class Words {
    /** What the State Council's arrangements call holidays, which they do in Chinese only. */
    private static final Map<String, String> HOLIDAYS = new LinkedHashMap<>();

    static {
        HOLIDAYS.put("元旦", "New Year's Day");
        HOLIDAYS.put("春节", "Spring Festival");
        HOLIDAYS.put("清明节", "Qingming Festival");
        HOLIDAYS.put("劳动节", "Labour Day");
        HOLIDAYS.put("端午节", "Dragon Boat Festival");
        HOLIDAYS.put("中秋节", "Mid-Autumn Festival");
        HOLIDAYS.put("国庆节", "National Day");
        HOLIDAYS.put("和", " and ");
        HOLIDAYS.put("、", " and ");
    }

    private Words() {}

    /** A public holiday by its name; in Chinese where there is no other. */
    static String holiday(String name, Language language) {
        if (language == Language.ZH) {
            return name;
        }
        String english = name;
        for (Map.Entry<String, String> known : HOLIDAYS.entrySet()) {
            english = english.replace(known.getKey(), known.getValue());
        }
        return english;
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
