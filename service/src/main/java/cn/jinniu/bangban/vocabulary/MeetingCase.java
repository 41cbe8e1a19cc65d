package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difficulty that gives grounds for a joint meeting.
 *
 * @param grounds their codes
 * @param since the day the first of them arose
 */
public record MeetingCase(DifficultyInHand inHand, List<String> grounds, LocalDate since) {
    public Difficulty difficulty() {
        return inHand.difficulty();
    }

    /** The unit that owns the project's case, null when there is none. */
    public @Nullable Unit owner() {
        return inHand.project().owner();
    }

    /** The unit that coordinates the difficulty. */
    public Unit coordinator() {
        return inHand.coordinator();
    }

    public @Nullable LocalDate resolvedOn() {
        return inHand.resolvedOn();
    }

    /** The day a meeting was held, null unless that was on {@code since} or later. */
    public @Nullable LocalDate metOn() {
        LocalDate held = difficulty().meetingHeldOn();
        return held == null || held.isBefore(since) ? null : held;
    }
}
