package cn.jinniu.bangban.log.privacy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names within sentences, the longest that begins at a place first. */
final class Names {
    /** Names, letter by letter. */
    private static final class Letter {
        final Map<Character, Letter> next = new HashMap<>();
        boolean end;
    }

    private final Letter first = new Letter();

    void add(String name) {
        Letter at = first;
        for (int i = 0; i < name.length(); i++) {
            at = at.next.computeIfAbsent(name.charAt(i), unknown -> new Letter());
        }
        at.end = at != first;
    }

    boolean isEmpty() {
        return first.next.isEmpty();
    }

    /** The sentence with something else in each name's place; null when it holds none. */
    @Nullable
    String replace(String sentence, String instead) {
        StringBuilder replaced = null;
        int done = 0;
        for (int at = 0; at < sentence.length(); ) {
            int length = length(sentence, at);
            if (length == 0) {
                at++;
                continue;
            }
            replaced = replaced == null ? new StringBuilder() : replaced;
            replaced.append(sentence, done, at).append(instead);
            at += length;
            done = at;
        }
        return replaced == null
                ? null
                : replaced.append(sentence, done, sentence.length()).toString();
    }

    /** How long the longest name is that begins at a place; 0 where none does. */
    private int length(String sentence, int from) {
        Letter letter = first;
        int longest = 0;
        for (int at = from; at < sentence.length(); at++) {
            letter = letter.next.get(sentence.charAt(at));
            if (letter == null) {
                break;
            }
            if (letter.end) {
                longest = at + 1 - from;
            }
        }
        return longest;
    }
}
