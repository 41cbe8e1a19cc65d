package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Obligation;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The situations a code can have a message for: how the obligation stands, or that there is none. */
enum MessageKind {
    FULFILLED("fulfilled", Placeholder.FULFILLED_ON),
    FULFILLED_LATE("fulfilledLate", Placeholder.FULFILLED_ON, Placeholder.DUE, Placeholder.DAYS_LATE),
    PENDING("pending", Placeholder.DUE),
    OVERDUE("overdue", Placeholder.DUE, Placeholder.DAYS_LATE),
    STANDING("standing"),
    SUSPENDED("suspended"),
    /** An alert about no obligation. */
    ALONE("alone");

    /** The situations of an obligation. */
    static final Set<MessageKind> OF_OBLIGATIONS = EnumSet.complementOf(EnumSet.of(ALONE));

    private static final Set<Placeholder> OF_SUBJECT =
            EnumSet.of(Placeholder.SUBJECT, Placeholder.SUBJECT_TYPE, Placeholder.CLAUSE);
    private static final Set<Placeholder> OF_OBLIGATION =
            EnumSet.of(Placeholder.BEARER, Placeholder.OBLIGATION, Placeholder.ACT);
    private static final Set<Placeholder> OF_ALERT = EnumSet.of(Placeholder.ALERT, Placeholder.SEVERITY);

    private final String word;
    private final Set<Placeholder> own;

    MessageKind(String word, Placeholder... own) {
        this.word = word;
        this.own = EnumSet.noneOf(Placeholder.class);
        this.own.addAll(Set.of(own));
    }

    String word() {
        return word;
    }

    static MessageKind of(@Nullable Obligation obligation) {
        if (obligation == null) {
            return ALONE;
        }
        return switch (obligation.status()) {
            case FULFILLED -> obligation.daysLate() > 0 ? FULFILLED_LATE : FULFILLED;
            case PENDING -> PENDING;
            case OVERDUE -> OVERDUE;
            case STANDING -> STANDING;
            case SUSPENDED -> SUSPENDED;
        };
    }

    /** What an obligation's message can always speak of in this situation. */
    Set<Placeholder> certainForObligation() {
        Set<Placeholder> certain = EnumSet.copyOf(OF_SUBJECT);
        certain.addAll(own);
        if (this != ALONE) {
            certain.addAll(OF_OBLIGATION);
        }
        return certain;
    }

    /** What an alert's message can always speak of in this situation. */
    Set<Placeholder> certainForAlert() {
        Set<Placeholder> certain = certainForObligation();
        certain.addAll(OF_ALERT);
        return certain;
    }

    /** What an act phrase, used in every situation, can always speak of. */
    static Set<Placeholder> certainForAct() {
        Set<Placeholder> certain = STANDING.certainForObligation();
        certain.remove(Placeholder.ACT);
        return certain;
    }
}
