package cn.jinniu.bangban.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the words of an enum, in exactly its letters. */
final class WordType<E extends Enum<E>> extends StringType<E> {
    private final Map<String, E> words = new LinkedHashMap<>();

    WordType(Class<E> type) {
        for (E word : type.getEnumConstants()) {
            words.put(word.name(), word);
        }
    }

    @Override
    @Nullable
    E read(String value, Scan scan) {
        E word = words.get(value);
        if (word == null) {
            scan.report(FactErrorCode.UNKNOWN_VALUE, () -> Wording.unknownValue(value, words.keySet()));
        }
        return word;
    }

    @Override
    public Shape shape() {
        return new Shape.WordShape(List.copyOf(words.keySet()));
    }
}
