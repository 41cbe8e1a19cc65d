package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.ruleset.YamlItem.Entry;
import cn.jinniu.bangban.ruleset.YamlItem.YamlList;
import cn.jinniu.bangban.ruleset.YamlItem.YamlMap;
import cn.jinniu.bangban.ruleset.YamlItem.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A placeholder in the own words of a code.
 *
 * @param alert whether the code is an alert's; else it is an obligation's
 * @param code whose words they are
 * @param word the placeholder, without its braces
 * @param place where it stands in the catalogue
 */
public record PlaceholderUse(boolean alert, String code, String word, Place place) {
    /** The catalogue's file. */
    public static final String FILE = Catalogue.FILE;

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    /** All of them, each word of a code once; nothing where the catalogue cannot be read. */
    public static List<PlaceholderUse> of(RulesetSource source) {
        List<PlaceholderUse> uses = new ArrayList<>();
        YamlMap catalogue = YamlFile.read(source, Catalogue.FILE, new ArrayList<>());
        if (catalogue != null) {
            codes(catalogue, "obligations", false, uses);
            codes(catalogue, "alerts", true, uses);
        }
        return uses;
    }

    private static void codes(YamlMap catalogue, String section, boolean alert, List<PlaceholderUse> uses) {
        Entry entry = catalogue.entries().get(section);
        if (entry != null && entry.value() instanceof YamlMap codes) {
            for (Map.Entry<String, Entry> code : codes.entries().entrySet()) {
                words(code.getValue().value(), alert, code.getKey(), new TreeSet<>(), uses);
            }
        }
    }

    private static void words(YamlItem item, boolean alert, String code, Set<String> seen, List<PlaceholderUse> uses) {
        if (item instanceof YamlText text) {
            Matcher words = WORD.matcher(text.value());
            while (words.find()) {
                if (seen.add(words.group(1))) {
                    uses.add(new PlaceholderUse(alert, code, words.group(1), text.placeOf(words.group(), 0)));
                }
            }
        } else if (item instanceof YamlList list) {
            list.items().forEach(each -> words(each, alert, code, seen, uses));
        } else if (item instanceof YamlMap map) {
            map.entries().values().forEach(each -> words(each.value(), alert, code, seen, uses));
        }
    }
}
