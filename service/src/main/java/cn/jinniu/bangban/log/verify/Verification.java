package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Walks the chains of a log from their first entry to their last, in constant memory, and looks whether the tables beside
 * them say what they say.
 */
public final class Verification {
    private static final int PROGRESS_EVERY = 500;

    private final Snapshot snapshot;
    private final LongConsumer progress;
    private final Findings findings = new Findings();
    private final Told told = new Told();
    private final SortedMap<Long, Gap> gaps = ChainWalk.noGaps();
    private final List<Seal.End> ends = new ArrayList<>();

    private long entries;
    private long pruned;

    /**
     * What came of it.
     *
     * @param entries how many were looked at
     * @param pruned how many are missing by sign-off
     * @param gaps the sign-offs, in the order in which they were made
     * @param ends of the chains as they are
     */
    public record Outcome(long entries, long pruned, List<Gap> gaps, List<Seal.End> ends, List<Finding> findings) {}

    private Verification(Snapshot snapshot, LongConsumer progress) {
        this.snapshot = snapshot;
        this.progress = progress;
    }

    /**
     * Verifies a log.
     *
     * @param seals ends that were kept
     * @param progress is told now and then how many entries were looked at
     * @throws SQLException when the database cannot be read at all
     */
    public static Outcome of(Snapshot snapshot, List<Seal> seals, LongConsumer progress) throws SQLException {
        return new Verification(snapshot, progress).run(seals);
    }

    private Outcome run(List<Seal> seals) throws SQLException {
        Connection connection = snapshot.connection();
        SortedMap<Integer, String> chains = ChainTable.all(connection);
        checkNames(chains);
        TreeSet<Integer> all = new TreeSet<>(EntryTable.chains(connection));
        all.addAll(chains.keySet());
        SealedEnds sealed = new SealedEnds(seals);
        // First the operators': it says what is missing in the others by right.
        for (int chain : all) {
            String name = ChainTable.name(chain);
            ChainWalk walk = new ChainWalk(chain, name, gaps, sealed, findings, this::visit);
            walk.walk(connection);
            pruned += walk.pruned();
            Head head = walk.head();
            ends.add(new Seal.End(name, head.place(), HexFormat.of().formatHex(head.hash())));
        }
        missingChains(seals, all);
        TableCheck.of(snapshot, told, findings);
        progress.accept(entries);
        List<Gap> inOrder = gaps.values().stream()
                .sorted((a, b) -> Long.compare(a.at(), b.at()))
                .toList();
        return new Outcome(entries, pruned, inOrder, List.copyOf(ends), findings.all());
    }

    private void visit(Entry entry) {
        told.entry(entry);
        if (++entries % PROGRESS_EVERY == 0) {
            progress.accept(entries);
        }
    }

    private void checkNames(SortedMap<Integer, String> chains) throws SQLException {
        TreeSet<Integer> unnamed = new TreeSet<>(EntryTable.chains(snapshot.connection()));
        unnamed.add(ChainTable.OPERATOR);
        unnamed.removeAll(chains.keySet());
        for (int chain : unnamed) {
            findings.add(
                    ChainTable.name(chain),
                    0,
                    "链表中没有这条链：条目是插入的，或者链的登记被删去",
                    "the table of chains does not have this chain: entries were inserted, or it was struck off");
        }
        for (Map.Entry<Integer, String> chain : chains.entrySet()) {
            String name = ChainTable.name(chain.getKey());
            if (!name.equals(chain.getValue())) {
                findings.add(
                        name, 0, "链的名称被改为 " + chain.getValue(), "the chain's name was changed to " + chain.getValue());
            }
        }
    }

    private void missingChains(List<Seal> seals, TreeSet<Integer> all) {
        for (Seal seal : seals) {
            for (Seal.End end : seal.ends()) {
                if (!all.contains(Place.chain(end.place()))) {
                    findings.add(
                            ChainTable.name(Place.chain(end.place())),
                            Place.number(end.place()) == 0 ? 0 : 1,
                            "整条链被移走：封存时还在",
                            "the whole chain was removed: it was there when the log was sealed");
                }
            }
        }
    }
}
