package cn.jinniu.bangban.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Ways to break a JSON text at random: mostly so that it is still JSON. */
public final class Breakage {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|[{}\\[\\]:,]|[^\\s\"]", Pattern.DOTALL);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "5.0",
            "5e0",
            "2026",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"2026-02-30\"",
            "\"1999-12-31\"",
            "\"2031-01-01\"",
            "\"2000-01-01\"",
            "\"2026-03\"",
            "\"2026-03-26\"",
            "\"GRANT\"",
            "\"IMMEDIATE\"",
            "\"COMMITMENT\"",
            "\"SERVICE\"",
            "\"PROGRESS\"",
            "\"service-room\"",
            "\"xihua-subdistrict\"",
            "\"金牛\"",
            "\"\\ud800\"",
            "\"" + "y".repeat(201) + "\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "{\"id\":1,\"id\":2}",
            "[[{\"a\":[]}]]");

    private static final List<String> NAMES = List.of(
            "\"id\"",
            "\"project\"",
            "\"projects\"",
            "\"kind\"",
            "\"asOf\"",
            "\"year\"",
            "\"endedOn\"",
            "\"completedOn\"",
            "\"commitmentDays\"",
            "\"suspensions\"",
            "\"sugar\"",
            "\"a/b~\"",
            "\"\"",
            "\"项目\"",
            "\"\\u0069d\"");

    private Breakage() {}

    /** Some bytes changed, cut off, taken out or doubled. */
    public static byte[] ofBytes(byte[] body, Random random) {
        if (body.length == 0) {
            return body;
        }
        byte[] broken = body.clone();
        int at = random.nextInt(body.length);
        int length = random.nextInt(Math.min(8, body.length - at) + 1);
        switch (random.nextInt(4)) {
            case 0 -> broken[at] = (byte) random.nextInt(256);
            case 1 -> broken = Arrays.copyOf(body, at);
            case 2 -> {
                broken = Arrays.copyOf(body, body.length - length);
                System.arraycopy(body, at + length, broken, at, body.length - at - length);
            }
            default -> {
                broken = Arrays.copyOf(body, body.length + length);
                System.arraycopy(body, at, broken, at + length, body.length - at);
            }
        }
        return broken;
    }

    /** Some tokens swapped, taken out or doubled, fields renamed or doubled, values replaced. */
    public static String ofTokens(String json, Random random) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(json).results().map(match -> match.group()).toList());
        List<Integer> names = places(tokens, true);
        List<Integer> values = places(tokens, false);
        names.removeIf(place -> place + 2 >= tokens.size());
        if (names.isEmpty() || values.isEmpty()) {
            return json + NAMES.get(random.nextInt(NAMES.size()));
        }
        int name = pick(names, random);
        int value = pick(values, random);
        switch (random.nextInt(9)) {
            case 0 -> Collections.swap(tokens, value, pick(values, random));
            case 1 -> Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
            case 2 -> tokens.remove(random.nextInt(tokens.size()));
            case 3 -> tokens.set(name, pick(NAMES, random));
            case 4 -> tokens.add(name, tokens.get(name) + ":" + pick(VALUES, random) + ",");
            case 5 -> tokens.add(name, pick(NAMES, random) + ":" + pick(VALUES, random) + ",");
            case 6 -> swapValues(tokens, name, pick(names, random));
            case 7 -> swapValues(tokens, name, pick(sameName(tokens, names, name), random));
            default -> tokens.set(value, pick(VALUES, random));
        }
        return String.join("", tokens);
    }

    /** Swaps what begins behind two names, which for plain values is all of it. */
    private static void swapValues(List<String> tokens, int name, int other) {
        Collections.swap(tokens, name + 2, other + 2);
    }

    private static List<Integer> sameName(List<String> tokens, List<Integer> names, int name) {
        return names.stream()
                .filter(other -> tokens.get(other).equals(tokens.get(name)))
                .toList();
    }

    private static List<Integer> places(List<String> tokens, boolean names) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean isName = i + 1 < tokens.size() && tokens.get(i + 1).equals(":");
            boolean isValue = !"{}[]:,".contains(tokens.get(i)) && !isName;
            if (names ? isName : isValue) {
                places.add(i);
            }
        }
        return places;
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
