package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.Removal;
import cn.jinniu.bangban.log.store.StoreFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Removes old decisions and signs the gap off in the chain of those who look after the log: who, when and why. Entries
 * that tell of rulesets stay, and so does the last entry of each chain, on which the next one is built. Nothing is removed
 * that is not as it was written.
 */
public final class Pruning {
    private static final int AT_A_TIME = 10_000;
    private static final int READ_AT_A_TIME = 200;

    private final LogDatabase database;
    private final long before;
    private final Caller by;
    private final String reason;
    private final Clock clock;
    private final LongConsumer progress;
    /** Hashes of the last entries of gaps. */
    private final Map<Long, byte[]> behindGaps = new HashMap<>();

    private long removed;

    /**
     * @param before entries that were written before this time are removed
     * @param by who has it done
     * @param reason why
     * @param clock says when
     * @param progress is told how many are removed, now and then
     */
    public Pruning(LogDatabase database, Instant before, String by, String reason, Clock clock, LongConsumer progress) {
        this.database = database;
        this.before = ChronoUnit.MICROS.between(Instant.EPOCH, before);
        this.by = new Caller(by, KnownBy.OPERATOR);
        this.reason = reason;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Removes, some at a time: what was removed when it breaks off is signed off.
     *
     * @return how many entries were removed
     * @throws StoreFailed when entries are not as they were written; those and what is behind them stay
     */
    public long run() throws SQLException, StoreFailed {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                readGaps(connection);
                for (int chain : ChainTable.all(connection).keySet()) {
                    if (chain != ChainTable.OPERATOR) {
                        prune(connection, chain);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return removed;
    }

    private void readGaps(Connection connection) throws SQLException {
        long from = Place.start(ChainTable.OPERATOR) + 1;
        List<Entry> some;
        do {
            some = EntryTable.ascending(connection, from, Place.end(ChainTable.OPERATOR), READ_AT_A_TIME);
            for (Entry entry : some) {
                from = entry.place() + 1;
                if (entry.draft().kind() == Kind.PRUNED) {
                    Gap gap = Gap.of(entry);
                    behindGaps.put(gap.last(), gap.hash());
                }
            }
        } while (!some.isEmpty());
    }

    private void prune(Connection connection, int chain) throws SQLException, StoreFailed {
        Removal removal = new Removal(database, connection);
        long end = EntryTable.head(connection, chain).place() - 1;
        long from = Place.start(chain) + 1;
        while (true) {
            removal.alone();
            Long first = removal.firstBefore(from, end, before);
            if (first == null) {
                connection.rollback();
                return;
            }
            long most = Math.min(first + AT_A_TIME - 1, end);
            Long ruleset = removal.firstRuleset(first, most);
            if (ruleset != null && ruleset == (long) first) {
                from = first + 1;
            } else {
                Gap gap = gap(connection, first, ruleset == null ? most : ruleset - 1);
                removal.remove(gap.first(), gap.last(), signOff(connection, gap));
                behindGaps.put(gap.last(), gap.hash());
                removed += gap.entries();
                from = gap.last() + 1;
                progress.accept(removed);
            }
        }
    }

    /** What is removed of some entries: all that were written before the time, as far as they are as they were written. */
    private Gap gap(Connection connection, long first, long most) throws SQLException, StoreFailed {
        byte[] start = hashAhead(connection, first);
        byte[] hash = start;
        long place = first - 1;
        List<Entry> some = List.of();
        do {
            some = EntryTable.ascending(connection, place + 1, most, READ_AT_A_TIME);
            for (Entry entry : some) {
                if (entry.at() >= before) {
                    return new Gap(first, place, start, hash, reason, by.name(), 0);
                }
                byte[] computed = Chain.hash(hash, place + 1, entry.at(), Chain.digest(entry.draft()));
                if (entry.place() != place + 1 || !Arrays.equals(computed, entry.hash())) {
                    throw notAsWritten(place + 1);
                }
                place = entry.place();
                hash = entry.hash();
            }
        } while (!some.isEmpty() && place < most);
        return new Gap(first, place, start, hash, reason, by.name(), 0);
    }

    private byte[] hashAhead(Connection connection, long place) throws SQLException, StoreFailed {
        if (Place.number(place) == 1) {
            return new byte[Chain.HASH_LENGTH];
        }
        Entry ahead = EntryTable.at(connection, place - 1);
        byte @Nullable [] hash = ahead == null ? behindGaps.get(place - 1) : ahead.hash();
        if (hash == null) {
            throw notAsWritten(place - 1);
        }
        return Objects.requireNonNull(hash);
    }

    private static StoreFailed notAsWritten(long place) {
        String chain = ChainTable.name(Place.chain(place));
        long number = Place.number(place);
        return new StoreFailed(
                chain + " 第 " + number + " 条不是当时写下的，未予清理；请先用 log verify 核对",
                chain + ", entry " + number + " is not what was written and stays; run log verify first");
    }

    private Entry signOff(Connection connection, Gap gap) throws SQLException {
        Head head = EntryTable.head(connection, ChainTable.OPERATOR);
        Draft draft = new Draft(
                Kind.PRUNED,
                UUID.randomUUID(),
                by,
                "",
                0,
                0,
                Packing.pack(new byte[0]),
                Packing.pack(gap.json()),
                null);
        return Chain.follow(
                head, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), draft, Chain.digest(draft));
    }
}
