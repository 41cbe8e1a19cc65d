package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for calls that could take without end, or depend on the machine. Compiled rules are woven to call these: a
 * method here has the name of the one it stands in for, and takes its object first where it has one.
 */
public final class Guarded {
    private static final int MOST_BITS = 100_000;
    private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*\\d{4,}");

    private Guarded() {}

    public static @Nullable String format(String format, Object... values) {
        if (WIDE.matcher(format).find()) {
            throw new BudgetExceeded(What.SIZE);
        }
        long longest = 0;
        for (Object value : values) {
            Nested.look(value);
            longest = Math.max(longest, value instanceof CharSequence text ? text.length() : 0);
        }
        GuardedText.bounded(longest * format.chars().filter(c -> c == '%').count());
        return Meter.text(String.format(Locale.ROOT, format, values));
    }

    public static @Nullable String formatted(String format, Object... values) {
        return format(format, values);
    }

    public static String toLowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toUpperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static boolean matches(String text, String pattern) {
        return compiled(pattern).matcher(new CountedText(text)).matches();
    }

    public static @Nullable String replaceAll(String text, String pattern, String replacement) {
        return replaced(text, pattern, replacement, Integer.MAX_VALUE);
    }

    public static @Nullable String replaceFirst(String text, String pattern, String replacement) {
        return replaced(text, pattern, replacement, 1);
    }

    private static @Nullable String replaced(String text, String pattern, String replacement, int most) {
        Matcher matcher = compiled(pattern).matcher(new CountedText(text));
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < most && matcher.find(); i++) {
            GuardedText.bounded((long) replacement.length() / 2 * text.length());
            matcher.appendReplacement(made, replacement);
            Meter.text(made);
        }
        return Meter.text(matcher.appendTail(made).toString());
    }

    private static Pattern compiled(String pattern) {
        Meter.steps(pattern.length() / 8);
        return Pattern.compile(pattern);
    }

    public static String[] split(String text, String pattern) {
        return split(text, pattern, 0);
    }

    public static String[] split(String text, String pattern, int limit) {
        return compiled(pattern).split(new CountedText(text), limit);
    }

    public static DateTimeFormatter ofPattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    public static boolean contains(String text, CharSequence piece) {
        GuardedText.search(text, piece);
        return text.contains(piece);
    }

    public static int indexOf(String text, String piece) {
        GuardedText.search(text, piece);
        return text.indexOf(piece);
    }

    public static int indexOf(String text, String piece, int from) {
        GuardedText.search(text, piece);
        return text.indexOf(piece, from);
    }

    public static int lastIndexOf(String text, String piece) {
        GuardedText.search(text, piece);
        return text.lastIndexOf(piece);
    }

    public static int lastIndexOf(String text, String piece, int from) {
        GuardedText.search(text, piece);
        return text.lastIndexOf(piece, from);
    }

    public static int indexOf(StringBuilder text, String piece) {
        GuardedText.search(text, piece);
        return text.indexOf(piece);
    }

    public static int indexOf(StringBuilder text, String piece, int from) {
        GuardedText.search(text, piece);
        return text.indexOf(piece, from);
    }

    public static int lastIndexOf(StringBuilder text, String piece) {
        GuardedText.search(text, piece);
        return text.lastIndexOf(piece);
    }

    public static int lastIndexOf(StringBuilder text, String piece, int from) {
        GuardedText.search(text, piece);
        return text.lastIndexOf(piece, from);
    }

    public static @Nullable String replace(String text, CharSequence piece, CharSequence other) {
        return GuardedText.replace(text, piece.toString(), other.toString());
    }

    public static @Nullable String join(CharSequence between, CharSequence... pieces) {
        return GuardedText.join(between, Arrays.asList(pieces));
    }

    public static @Nullable String join(CharSequence between, Iterable<? extends CharSequence> pieces) {
        return GuardedText.join(between, pieces);
    }

    public static Collector<CharSequence, ?, String> joining() {
        return GuardedCollectors.joining("", "", "");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence between) {
        return GuardedCollectors.joining(between, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(
            CharSequence between, CharSequence before, CharSequence after) {
        return GuardedCollectors.joining(between, before, after);
    }

    public static <T, R1, R2, R> Collector<T, ?, R> teeing(
            Collector<? super T, ?, R1> one,
            Collector<? super T, ?, R2> other,
            BiFunction<? super R1, ? super R2, R> both) {
        return Collectors.teeing(GuardedCollectors.counted(one), GuardedCollectors.counted(other), both);
    }

    public static <T, D, A> Collector<T, ?, Map<Boolean, D>> partitioningBy(
            Predicate<? super T> which, Collector<? super T, A, D> each) {
        return Collectors.partitioningBy(which, GuardedCollectors.counted(each));
    }

    public static <T> Comparator<T> thenComparing(Comparator<T> first, Comparator<? super T> then) {
        return GuardedCollectors.counted(first.thenComparing(then));
    }

    public static <T, U extends Comparable<? super U>> Comparator<T> thenComparing(
            Comparator<T> first, Function<? super T, ? extends U> key) {
        return GuardedCollectors.counted(first.thenComparing(key));
    }

    public static <T, U> Comparator<T> thenComparing(
            Comparator<T> first, Function<? super T, ? extends U> key, Comparator<? super U> then) {
        return GuardedCollectors.counted(first.thenComparing(key, then));
    }

    public static <T> List<T> nCopies(int many, T of) {
        return Collections.nCopies(Meter.size(many), of);
    }

    public static <T> Collection<T> counted(Collection<T> of) {
        Meter.steps(of.size());
        return of;
    }

    public static <K, V> Map<K, V> counted(Map<K, V> of) {
        Meter.steps(of.size());
        return of;
    }

    /** Counts what was collected, if it is anything of a size. */
    public static @Nullable Object counted(@Nullable Object made) {
        if (made instanceof Collection<?> collection) {
            Meter.steps(collection.size());
        } else if (made instanceof Map<?, ?> map) {
            Meter.steps(map.size());
        } else if (made instanceof String text) {
            Meter.text(text);
        }
        return made;
    }

    public static IntStream range(int from, int to) {
        between(from, to);
        return IntStream.range(from, to);
    }

    public static IntStream rangeClosed(int from, int to) {
        between(from, to);
        return IntStream.rangeClosed(from, to);
    }

    public static LongStream range(long from, long to) {
        between(from, to);
        return LongStream.range(from, to);
    }

    public static LongStream rangeClosed(long from, long to) {
        between(from, to);
        return LongStream.rangeClosed(from, to);
    }

    private static void between(long from, long to) {
        if (from < to) {
            // Counted one by one as they are used, too; but some ends of streams ask for none of them.
            Meter.size((int) Math.min(Math.max(to - from, 0), Integer.MAX_VALUE));
        }
    }

    public static <T> Stream<T> iterate(T seed, UnaryOperator<T> next) {
        return Stream.iterate(seed, last -> {
            Meter.step();
            return next.apply(last);
        });
    }

    public static <T> Stream<T> iterate(T seed, Predicate<? super T> goesOn, UnaryOperator<T> next) {
        return Stream.iterate(seed, goesOn, last -> {
            Meter.step();
            return next.apply(last);
        });
    }

    public static <T> Stream<T> generate(Supplier<? extends T> source) {
        return Stream.generate(() -> {
            Meter.step();
            return source.get();
        });
    }

    @SuppressWarnings("overloads") // as its model has them
    public static IntStream iterate(int seed, IntUnaryOperator next) {
        return IntStream.iterate(seed, last -> {
            Meter.step();
            return next.applyAsInt(last);
        });
    }

    @SuppressWarnings("overloads") // as its model has them
    public static IntStream iterate(int seed, IntPredicate goesOn, IntUnaryOperator next) {
        return IntStream.iterate(seed, goesOn, last -> {
            Meter.step();
            return next.applyAsInt(last);
        });
    }

    public static IntStream generate(IntSupplier source) {
        return IntStream.generate(() -> {
            Meter.step();
            return source.getAsInt();
        });
    }

    @SuppressWarnings("overloads") // as its model has them
    public static LongStream iterate(long seed, LongUnaryOperator next) {
        return LongStream.iterate(seed, last -> {
            Meter.step();
            return next.applyAsLong(last);
        });
    }

    @SuppressWarnings("overloads") // as its model has them
    public static LongStream iterate(long seed, LongPredicate goesOn, LongUnaryOperator next) {
        return LongStream.iterate(seed, goesOn, last -> {
            Meter.step();
            return next.applyAsLong(last);
        });
    }

    public static LongStream generate(LongSupplier source) {
        return LongStream.generate(() -> {
            Meter.step();
            return source.getAsLong();
        });
    }

    public static Stream<LocalDate> datesUntil(LocalDate from, LocalDate to) {
        between(from.toEpochDay(), to.toEpochDay());
        return from.datesUntil(to);
    }

    public static Stream<LocalDate> datesUntil(LocalDate from, LocalDate to, Period step) {
        between(0, Math.abs(ChronoUnit.DAYS.between(from, to)));
        return from.datesUntil(to, step);
    }

    public static BigInteger multiply(BigInteger one, BigInteger other) {
        bits((long) one.bitLength() + other.bitLength());
        return one.multiply(other);
    }

    public static BigInteger pow(BigInteger base, int exponent) {
        bits(Math.max(1L, base.bitLength()) * exponent);
        return base.pow(exponent);
    }

    public static BigDecimal multiply(BigDecimal one, BigDecimal other) {
        bits((long) one.unscaledValue().bitLength() + other.unscaledValue().bitLength());
        return one.multiply(other);
    }

    public static BigDecimal multiply(BigDecimal one, BigDecimal other, MathContext to) {
        bits((long) one.unscaledValue().bitLength() + other.unscaledValue().bitLength());
        return one.multiply(other, to);
    }

    public static BigDecimal pow(BigDecimal base, int exponent) {
        bits(Math.max(1L, base.unscaledValue().bitLength()) * exponent);
        return base.pow(exponent);
    }

    public static BigDecimal pow(BigDecimal base, int exponent, MathContext to) {
        bits(Math.max(1L, base.unscaledValue().bitLength()) * exponent);
        return base.pow(exponent, to);
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        return number.setScale(Meter.size(scale), rounding);
    }

    public static BigDecimal divide(BigDecimal number, BigDecimal by, int scale, RoundingMode rounding) {
        return number.divide(by, Meter.size(scale), rounding);
    }

    private static void bits(long many) {
        if (many > MOST_BITS) {
            throw new BudgetExceeded(What.SIZE);
        }
    }

    /** A number as text that is no longer to write out than other texts may be. */
    public static String numeral(String written) {
        int exponent = Math.max(written.indexOf('e'), written.indexOf('E'));
        if (written.length() > 1_000 || exponent >= 0 && written.length() - exponent > 5) {
            throw new BudgetExceeded(What.SIZE);
        }
        return written;
    }

    /** Text whose reader pays for each look, for matching some patterns looks at each place again and again. */
    private record CountedText(CharSequence text) implements CharSequence {
        @Override
        public char charAt(int index) {
            Meter.step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
