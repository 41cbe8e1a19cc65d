package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that comes out otherwise.
 *
 * @param source the file it came from
 * @param line its line there, from 1; 0 when it is the whole file
 * @param title what happens in it, where its scenario says so
 * @param asOf the day decided for; null where nothing is decided by either ruleset
 * @param changes in the contract's order, determinations first, then obligations and alerts; never empty
 */
public record ChangedCase(
        String source,
        long line,
        @Nullable Text title,
        @Nullable LocalDate asOf,
        List<Change> changes) {}
