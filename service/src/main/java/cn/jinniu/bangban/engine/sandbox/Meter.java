package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one decision takes, on its thread; a part of it on another by a meter of its own. Calls of {@link #step()} and its like are woven into compiled rules,
 * which is why they are public; nobody writes them.
 */
public final class Meter {
    /** Most characters of a text, and most places of a collection that a rule asks for in one go. */
    static final int MOST_AT_ONCE = 100_000;

    private static final int DEEPEST = 200;
    /** How many counts go by between two looks at the clock; a power of two. */
    private static final int CLOCK_EVERY = 64;
    /** What counts so much at once may take long by itself. */
    private static final int MUCH_AT_ONCE = 16;
    /** Most digits that are asked for, as where one number is divided by another. */
    private static final int MOST_DIGITS = 1_000;

    private static final int MOST_BITS = 200_000;

    private static final ThreadLocal<Meter> CURRENT = new ThreadLocal<>();

    private final DecisionLimits limits;
    private final Budget budget;
    private final long began;
    private final long allowed;
    private long firings;
    private long facts;
    private long matches;
    private long steps;
    private int counts;
    private int depth;

    private Meter(Budget budget, long began) {
        this.budget = budget;
        this.limits = budget.limits();
        this.allowed = limits.time().toNanos();
        this.began = began;
    }

    /** Does something on this thread, counted against a budget. */
    public static <T> T measure(Budget budget, Supplier<T> doing) {
        return new Meter(budget, budget.nanoseconds().getAsLong()).measure(doing);
    }

    /** One that counts a part of what this one counts, against the same limits and the same clock. */
    public Meter part() {
        return new Meter(budget, began);
    }

    /** Counts what a part took, too. */
    public void takeOver(Meter part) {
        firings += part.firings;
        facts += part.facts;
        matches += part.matches;
        steps += part.steps;
        check(firings, limits.firings(), What.FIRINGS);
        check(facts, limits.facts(), What.FACTS);
        check(matches, limits.matches(), What.MATCHES);
        check(steps, limits.steps(), What.STEPS);
    }

    /** Does something on this thread, counted. */
    public <T> T measure(Supplier<T> doing) {
        Meter outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return doing.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** The one that counts on this thread; null where nothing is counted. */
    public static @Nullable Meter current() {
        return CURRENT.get();
    }

    /** A rule adds a fact by itself. */
    public static void fact() {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.added();
        }
    }

    /** A rule fires. */
    public void fired() {
        depth = 0;
        check(++firings, limits.firings(), What.FIRINGS);
    }

    /** A fact is added. */
    public void added() {
        check(++facts, limits.facts(), What.FACTS);
    }

    /** Some facts fit together. */
    public void matched() {
        check(++matches, limits.matches(), What.MATCHES);
    }

    /** Facts are looked at together; only the clock counts. */
    public void looked() {
        if ((++counts & CLOCK_EVERY - 1) == 0) {
            clock();
        }
    }

    /** A loop goes round again. */
    public static void step() {
        steps(1);
    }

    /** A function or lambda begins. */
    public static void enter() {
        Meter meter = CURRENT.get();
        if (meter != null) {
            if (++meter.depth > DEEPEST) {
                throw new BudgetExceeded(What.DEPTH);
            }
            meter.check(++meter.steps, meter.limits.steps(), What.STEPS);
        }
    }

    /** A function or lambda returns. What throws ends the whole decision, so nobody counts on. */
    public static void leave() {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.depth--;
        }
    }

    /** Something of a size was asked for, or made. */
    static void steps(long many) {
        Meter meter = CURRENT.get();
        if (meter != null) {
            meter.steps += many;
            meter.check(meter.steps, meter.limits.steps(), What.STEPS);
            if (many >= MUCH_AT_ONCE) {
                meter.clock();
            }
        }
    }

    /** The same number, where so much may be asked for at once. */
    public static int size(int asked) {
        if (asked > MOST_AT_ONCE || asked < -MOST_AT_ONCE) {
            throw new BudgetExceeded(What.SIZE);
        }
        steps(Math.max(1, Math.abs(asked) / 8));
        return asked;
    }

    /** The same number of digits, where so many may be asked for. */
    public static int digits(int asked) {
        if (asked > MOST_DIGITS) {
            throw new BudgetExceeded(What.SIZE);
        }
        return asked;
    }

    /** Looks at something that was made, and takes room: it is paid for by its size. */
    public static void made(@Nullable Object thing) {
        if (thing instanceof BigInteger number) {
            if (number.bitLength() > MOST_BITS) {
                throw new BudgetExceeded(What.SIZE);
            }
            steps(number.bitLength() / 64);
        } else if (thing instanceof CharSequence text) {
            steps(text.length() / 16);
        } else if (thing != null && thing.getClass().isArray()) {
            steps(Array.getLength(thing) / 8);
        }
    }

    /** Each of one collection is looked for in another. */
    public static void pairs(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Collection<?> some && other instanceof Collection<?> others) {
            boolean quick = other instanceof Set<?>;
            steps(quick ? some.size() / 8 : (long) some.size() * others.size() / 8);
        }
    }

    /** The same text, where it is not too long. */
    public static @Nullable String text(@Nullable String made) {
        if (made != null) {
            if (made.length() > MOST_AT_ONCE) {
                throw new BudgetExceeded(What.SIZE);
            }
            if (made.length() > 64) {
                steps(made.length() / 16);
            }
        }
        return made;
    }

    /** The same text in the making, where it is not too long. */
    public static StringBuilder text(StringBuilder made) {
        if (made.length() > MOST_AT_ONCE) {
            throw new BudgetExceeded(What.SIZE);
        }
        if (made.length() > 1_000) {
            steps(made.length() / 64);
        }
        return made;
    }

    private void check(long count, long limit, What what) {
        if (count > limit) {
            throw new BudgetExceeded(what);
        }
        if ((++counts & CLOCK_EVERY - 1) == 0) {
            clock();
        }
    }

    private void clock() {
        if (budget.nanoseconds().getAsLong() - began > allowed) {
            throw new BudgetExceeded(What.TIME);
        }
    }
}
