package cn.jinniu.bangban.ruleset;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file, with the place where it begins. Every scalar is text as written, whatever it looks like. */
public sealed interface YamlItem {
    Place place();

    /**
     * A scalar; empty where nothing (or YAML's null) is written.
     *
     * @param plain whether it is written without quotes and not as a block
     * @param written the lines from its beginning to its end, for finding a word in it
     */
    record YamlText(Place place, String value, boolean plain, List<String> written) implements YamlItem {
        /** Whether nothing, or YAML's null, is written. */
        public boolean isNull() {
            return plain && value.isEmpty();
        }

        /** Where the n-th (from 0) occurrence of a piece of the text stands in the file. */
        Place placeOf(String piece, int n) {
            int left = n;
            for (int i = 0; i < written.size(); i++) {
                String line = written.get(i);
                int start = i == 0 ? line.offsetByCodePoints(0, place.column() - 1) : 0;
                for (int at = line.indexOf(piece, start); at >= 0; at = line.indexOf(piece, at + 1)) {
                    if (left-- == 0) {
                        return new Place(place.line() + i, line.codePointCount(0, at) + 1);
                    }
                }
            }
            return place;
        }
    }

    record YamlList(Place place, List<YamlItem> items) implements YamlItem {}

    /** Entries in the file's order. */
    record YamlMap(Place place, Map<String, Entry> entries) implements YamlItem {}

    /** A value and where its key stands. */
    record Entry(Place key, YamlItem value) {}
}
