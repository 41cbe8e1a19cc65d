package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.engine.sandbox.DecisionLimits;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What one decision may take, as written on the command line. */
final class LimitWords {
    private LimitWords() {}

    /**
     * A budget by this machine's clock; what is not named is as usual.
     *
     * @throws Failure where a word or an amount makes no sense
     */
    static Budget budget(Map<String, String> words) {
        return new Budget(limits(words), System::nanoTime);
    }

    /** The limits alone; otherwise as {@link #budget}. */
    static DecisionLimits limits(Map<String, String> words) {
        DecisionLimits limits = DecisionLimits.DEFAULT;
        for (Map.Entry<String, String> word : words.entrySet()) {
            limits = with(limits, word.getKey(), word.getValue());
        }
        return limits;
    }

    private static DecisionLimits with(DecisionLimits old, String what, String much) {
        try {
            return switch (what) {
                case "time" ->
                    new DecisionLimits(duration(much), old.firings(), old.facts(), old.matches(), old.steps());
                case "firings" ->
                    new DecisionLimits(old.time(), Long.parseLong(much), old.facts(), old.matches(), old.steps());
                case "facts" ->
                    new DecisionLimits(old.time(), old.firings(), Long.parseLong(much), old.matches(), old.steps());
                case "matches" ->
                    new DecisionLimits(old.time(), old.firings(), old.facts(), Long.parseLong(much), old.steps());
                case "steps" ->
                    new DecisionLimits(old.time(), old.firings(), old.facts(), old.matches(), Long.parseLong(much));
                default -> throw new IllegalArgumentException(what);
            };
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Failure(
                    "--limit " + what + "=" + much + " 不能识别；可以写 time=30s，或者 firings、facts、matches、steps 等于一个正整数",
                    "--limit " + what + "=" + much
                            + " makes no sense; write time=30s, or firings, facts, matches or steps with a whole number");
        }
    }

    /** As in {@code 30s} or {@code 500ms}. */
    private static Duration duration(String much) {
        String text = much.toUpperCase(Locale.ROOT);
        return text.endsWith("MS")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("PT" + text);
    }
}
