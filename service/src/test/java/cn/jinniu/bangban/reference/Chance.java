package cn.jinniu.bangban.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Seeded choices. {@link Random} because its sequence is specified: a seed names the same case everywhere. */
final class Chance {
    final Random random;

    Chance(long seed) {
        // Neighbouring seeds would begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    /** True in so many cases out of a hundred. */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Something in so many cases out of a hundred, otherwise null. */
    <T> @Nullable T maybe(int share, Supplier<? extends T> something) {
        return percent(share) ? something.get() : null;
    }

    <T> List<T> some(int low, int high, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int left = between(low, high); left > 0; left--) {
            list.add(element.get());
        }
        return list;
    }
}
