package cn.jinniu.bangban.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Look-up tables whose keys are the very strings that compiled rules hold for the same words, so that what a rule asks for
 * is found without comparing characters. In the order given.
 */
public final class Literals {
    private Literals() {}

    public static <V> Map<String, V> map(Map<String, V> entries) {
        Map<String, V> map = new LinkedHashMap<>(2 * entries.size());
        entries.forEach((key, value) -> map.put(key.intern(), value));
        return map;
    }

    public static Set<String> set(Collection<String> words) {
        Set<String> set = new LinkedHashSet<>(2 * words.size());
        words.forEach(word -> set.add(word.intern()));
        return set;
    }
}
