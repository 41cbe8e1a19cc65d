package cn.jinniu.bangban.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A calendar that counts as another does, and tells each count: for explanations. For one decision, on one thread. */
public final class WatchedCalendar extends WorkingCalendar {
    private final Consumer<Counting> told;
    private boolean counting;

    public WatchedCalendar(WorkingCalendar same, Consumer<Counting> told) {
        super(same);
        this.told = told;
    }

    @Override
    public LocalDate workingDayAfter(LocalDate day, int n) {
        LocalDate to = super.workingDayAfter(day, n);
        tell(Counting.Way.AFTER, day, n, List.of(), to);
        return to;
    }

    @Override
    public LocalDate workingDayBefore(LocalDate day, int n) {
        LocalDate to = super.workingDayBefore(day, n);
        tell(Counting.Way.BEFORE, day, n, List.of(), to);
        return to;
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int days = super.workingDaysBetween(from, to);
        tell(Counting.Way.BETWEEN, from, days, List.of(), to);
        return days;
    }

    @Override
    public @Nullable Due afterSkipping(LocalDate day, int n, List<Span> skipped) {
        boolean outer = counting;
        counting = true; // what it counts on the way is its own affair
        Due due;
        try {
            due = super.afterSkipping(day, n, skipped);
        } finally {
            counting = outer;
        }
        tell(Counting.Way.AFTER, day, n, List.copyOf(skipped), due == null ? null : due.day());
        return due;
    }

    @Override
    public Due rolled(LocalDate day, Roll roll) {
        boolean outer = counting;
        counting = true;
        Due due;
        try {
            due = super.rolled(day, roll);
        } finally {
            counting = outer;
        }
        if (roll != Roll.NONE) {
            tell(roll == Roll.NEXT ? Counting.Way.ROLL_NEXT : Counting.Way.ROLL_PREVIOUS, day, 0, List.of(), due.day());
        }
        return due;
    }

    private void tell(Counting.Way way, LocalDate from, int days, List<Span> skipped, @Nullable LocalDate to) {
        if (!counting) {
            told.accept(new Counting(way, from, days, skipped, to));
        }
    }
}
