package cn.jinniu.bangban.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ids and names as case systems might really send them, and some that only a tester would. */
final class RandomNames {
    // Above and below the surrogates, beyond the basic plane, parts of an answer's own ids, and what JSON must escape.
    private static final List<String> ODD = List.of(
            "项目",
            "帮办·",
            "𠮷",
            "😀",
            "👨‍👩‍👧",
            "\uE000",
            "\uFFFD",
            "ﬀ",
            "é",
            "e\u0301",
            "A:",
            "a:b:",
            ":",
            "::",
            "project:",
            "2026-03",
            "510106",
            "service-room",
            "\"",
            "\\",
            "a b ",
            "<&>",
            "-",
            "_",
            "Z",
            "z",
            "\u2028",
            "0");

    /** Code-point order and the order of Java's chars put these two ways round. */
    private static final List<String> EITHER_WAY_ROUND = List.of("𠮷", "😀", "\uE000", "\uFFFD", "ﬀ");

    private final Chance chance;
    private final List<String> persons = new ArrayList<>();

    RandomNames(Chance chance, int projects) {
        this.chance = chance;
        Set<String> taken = new HashSet<>();
        int count = chance.between(1, 5) + projects / 2;
        for (int i = 0; i < count; i++) {
            persons.add(id("person-", taken));
        }
    }

    /** An id that is not taken yet; takes it. */
    String id(String prefix, Set<String> taken) {
        int next = taken.size() + 1;
        while (true) {
            String id = chance.percent(60) ? prefix + next : odd(next);
            if (taken.add(id)) {
                return id;
            }
            next += chance.between(1, 9);
        }
    }

    private String odd(int next) {
        String stem = chance.of(chance.percent(40) ? EITHER_WAY_ROUND : ODD);
        return switch (chance.between(0, 3)) {
            case 0 -> stem + next;
            case 1 -> next + stem;
            case 2 -> stem + chance.of(ODD) + next;
            default -> stem + chance.of(ODD) + chance.of(ODD) + next;
        };
    }

    String person() {
        return chance.of(persons);
    }

    String title() {
        return chance.of("金牛高新园智能制造基地", "驷马桥中学扩建", "Line 6 depot — “north”", "𠮷祥里\t商业综合体", "x".repeat(200));
    }

    String nationalCode() {
        return String.format(
                Locale.ROOT,
                "%04d-%06d-%02d-%02d-%06d",
                chance.between(0, 9999),
                chance.between(0, 999_999),
                chance.between(0, 99),
                chance.between(0, 99),
                chance.between(0, 999_999));
    }
}
