package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.EntryUnreadable;
import cn.jinniu.bangban.text.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the chains of a log from their first entry to their last, in constant memory. */
public final class Verification {
    private static final int AT_A_TIME = 500;
    /** One change can make many entries come out otherwise; the first ones tell. */
    private static final int MOST_PER_CHAIN = 20;

    private final Connection connection;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    /** Gaps that were signed off, by the place where they begin. */
    private final SortedMap<Long, Gap> gaps = new TreeMap<>();

    private long entries;
    private long pruned;

    /**
     * What came of it.
     *
     * @param entries how many were looked at
     * @param pruned how many are missing by sign-off
     */
    public record Outcome(long entries, long pruned, List<Finding> findings) {}

    private Verification(Connection connection, LongConsumer progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Verifies a log.
     *
     * @param seal ends that were kept; null for none
     * @param progress is told now and then how many entries were looked at
     * @throws SQLException when the database cannot be read at all
     */
    public static Outcome of(Connection connection, @Nullable Seal seal, LongConsumer progress) throws SQLException {
        Verification verification = new Verification(connection, progress);
        SortedMap<Integer, String> chains = ChainTable.all(connection);
        // First the operator's: it says what is missing in the others by right.
        for (Map.Entry<Integer, String> chain : chains.entrySet()) {
            verification.walk(chain.getKey(), chain.getValue(), seal);
        }
        if (seal != null) {
            verification.missingChains(seal, chains);
        }
        return new Outcome(verification.entries, verification.pruned, List.copyOf(verification.findings));
    }

    private void walk(int chain, String name, @Nullable Seal seal) {
        Head head = Head.none(chain);
        Map<Long, String> sealed = sealed(seal, chain);
        int found = 0;
        try {
            List<Entry> batch;
            do {
                batch = EntryTable.ascending(connection, head.place() + 1, Place.end(chain), AT_A_TIME);
                for (Entry entry : batch) {
                    head = overGaps(head, entry.place(), sealed);
                    if (!follows(head, entry, name) && ++found == MOST_PER_CHAIN) {
                        return;
                    }
                    head = Head.of(entry);
                    check(sealed.remove(head.place()), head, name);
                    entries++;
                }
                progress.accept(entries);
            } while (batch.size() == AT_A_TIME);
            Head end = overGaps(head, Long.MAX_VALUE, sealed);
            sealed.forEach((place, hash) -> cut(name, end, place));
        } catch (EntryUnreadable e) {
            find(
                    name,
                    e.place(),
                    "第 {} 条不能识别：" + e.getMessage(),
                    "entry {} is nothing that was written: " + e.getMessage());
        } catch (SQLException e) {
            find(
                    name,
                    head.place() + 1,
                    "第 {} 条或其后的条目无法读出：" + e.getMessage(),
                    "entry {} or one behind it cannot be read: " + e.getMessage());
        }
    }

    private Map<Long, String> sealed(@Nullable Seal seal, int chain) {
        Map<Long, String> sealed = new HashMap<>();
        if (seal != null) {
            for (Seal.End end : seal.ends()) {
                if (Place.chain(end.place()) == chain && Place.number(end.place()) > 0) {
                    sealed.put(end.place(), end.hash());
                }
            }
        }
        return sealed;
    }

    /** Goes over gaps that begin right here and were signed off. */
    private Head overGaps(Head from, long next, Map<Long, String> sealed) {
        Head head = from;
        Gap gap = gaps.get(head.place() + 1);
        while (gap != null && head.place() + 1 < next && Arrays.equals(gap.before(), head.hash())) {
            pruned += gap.entries();
            long first = gap.first();
            long last = gap.last();
            sealed.keySet().removeIf(place -> place >= first && place < last);
            head = new Head(last, head.at(), gap.hash());
            check(sealed.remove(last), head, "");
            gap = gaps.get(head.place() + 1);
        }
        return head;
    }

    private boolean follows(Head head, Entry entry, String name) {
        if (entry.place() != head.place() + 1) {
            find(
                    name,
                    head.place() + 1,
                    "第 {} 条至第 " + (Place.number(entry.place()) - 1) + " 条被移走，未经签字",
                    "entries {} to " + (Place.number(entry.place()) - 1) + " were removed without a sign-off");
            return false;
        }
        byte[] hash = Chain.hash(head.hash(), entry.place(), entry.at(), Chain.digest(entry.draft()));
        if (!Arrays.equals(hash, entry.hash())) {
            find(
                    name,
                    entry.place(),
                    "第 {} 条不是当时写在这里的：被改动、插入或调换了位置（标识 " + entry.draft().id() + "）",
                    "entry {} is not what was written in its place: it was changed, inserted or moved (id "
                            + entry.draft().id() + ")");
            return false;
        }
        if (entry.draft().kind() == Kind.PRUNED) {
            signOff(entry, name);
        }
        return true;
    }

    private void signOff(Entry entry, String name) {
        try {
            Gap gap = Gap.of(entry);
            gaps.put(gap.first(), gap);
        } catch (IllegalArgumentException e) {
            find(name, entry.place(), "第 {} 条不是有效的清理签字", "entry {} is no valid sign-off");
        }
    }

    private void check(@Nullable String sealedHash, Head head, String name) {
        if (sealedHash != null && !sealedHash.equals(HexFormat.of().formatHex(head.hash()))) {
            find(
                    name,
                    head.place(),
                    "第 {} 条与封存的链尾不同：它或它以前的条目被重写",
                    "entry {} is not the one that was sealed: it or entries before it were written anew");
        }
    }

    private void cut(String name, Head end, long place) {
        find(
                name,
                end.place() + 1,
                "第 {} 条至第 " + Place.number(place) + " 条被截去：封存时还在",
                "entries {} to " + Place.number(place) + " were cut off: they were there when the log was sealed");
    }

    private void missingChains(Seal seal, SortedMap<Integer, String> chains) {
        for (Seal.End end : seal.ends()) {
            if (!chains.containsKey(Place.chain(end.place()))) {
                findings.add(new Finding(
                        end.name(),
                        1,
                        new Text("整条链被移走：封存时还在", "the whole chain was removed: it was there when the log was sealed")));
            }
        }
    }

    private void find(String chain, long place, String zh, String en) {
        String number = Long.toString(Place.number(place));
        findings.add(
                new Finding(chain, Place.number(place), new Text(zh.replace("{}", number), en.replace("{}", number))));
    }
}
