package cn.jinniu.bangban.vocabulary;

import java.time.LocalDate;

/**
 * A ground for a joint meeting about a difficulty.
 *
 * @param ground its code
 * @param day the day it arose
 */
public record MeetingGround(DifficultyInHand inHand, String ground, LocalDate day) {
    public String difficulty() {
        return inHand.id();
    }
}
