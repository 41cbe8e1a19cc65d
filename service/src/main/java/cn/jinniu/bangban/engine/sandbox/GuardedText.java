package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import org.jspecify.annotations.Nullable;

/** Texts made of texts, whose length is reckoned before they are made: afterwards the memory is gone. */
final class GuardedText {
    private GuardedText() {}

    /** Nothing longer than texts may be is begun. */
    static void bounded(long length) {
        if (length > 10L * Meter.MOST_AT_ONCE) {
            throw new BudgetExceeded(What.SIZE);
        }
        if (length > 1_000) {
            Meter.steps(length / 16);
        }
    }

    /** Looking for a long text in a long one may look at each place of one for each of the other. */
    static void search(CharSequence text, CharSequence piece) {
        Meter.steps((long) text.length() * piece.length() / 1_000);
    }

    static @Nullable String replace(String text, String piece, String other) {
        search(text, piece);
        long times = 0;
        if (piece.isEmpty()) {
            times = text.length() + 1L;
        } else {
            for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length())) {
                times++;
            }
        }
        bounded(text.length() + times * Math.max(0, other.length() - piece.length()));
        return Meter.text(text.replace(piece, other));
    }

    static @Nullable String join(CharSequence between, Iterable<? extends CharSequence> pieces) {
        long length = 0;
        for (CharSequence piece : pieces) {
            Meter.step();
            length += between.length() + (piece == null ? 4L : piece.length());
            if (length > 10L * Meter.MOST_AT_ONCE) {
                bounded(length);
            }
        }
        bounded(length);
        return Meter.text(String.join(between, pieces));
    }
}
