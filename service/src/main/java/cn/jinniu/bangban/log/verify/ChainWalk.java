package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.EntryUnreadable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks one chain from its first entry to its last. */
final class ChainWalk {
    private final int chain;
    private final String name;
    private final Findings findings;
    private final SortedMap<Long, Gap> gaps;
    private final SealedEnds sealed;
    private final Consumer<Entry> visited;

    private Head head;
    private @Nullable Suspect suspect;
    private long pruned;

    /**
     * An entry whose hash is not that of its content behind the one ahead of it.
     *
     * @param computed the hash it would have
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Suspect(long place, @Nullable UUID id, byte[] hash, byte[] computed) {}

    /**
     * @param gaps what was removed on purpose, by the place where it begins; signed off in the chain of operators, which
     *     is walked first and adds to them
     * @param visited is told each entry
     */
    ChainWalk(
            int chain,
            String name,
            SortedMap<Long, Gap> gaps,
            SealedEnds sealed,
            Findings findings,
            Consumer<Entry> visited) {
        this.chain = chain;
        this.name = name;
        this.gaps = gaps;
        this.sealed = sealed;
        this.findings = findings;
        this.visited = visited;
        this.head = Head.none(chain);
    }

    /** How many entries are missing by sign-off. */
    long pruned() {
        return pruned;
    }

    /** The last entry. */
    Head head() {
        return head;
    }

    void walk(Connection connection) {
        long from = Place.start(chain);
        while (from <= Place.end(chain)) {
            try {
                EntryTable.each(connection, from, Place.end(chain), this::visit);
                break;
            } catch (EntryUnreadable e) {
                unreadable(e);
                from = e.place() + 1;
            } catch (Enough e) {
                return;
            } catch (SQLException | RuntimeException e) {
                found(
                        head.place() + 1,
                        "第 {} 条或其后的条目无法读出：" + e.getMessage(),
                        "entry {} or one behind it cannot be read: " + e.getMessage());
                return;
            }
        }
        settle(null);
        overGaps(Long.MAX_VALUE);
        for (Map.Entry<Long, String> end : sealed.left(chain).entrySet()) {
            found(
                    head.place() + 1,
                    "第 {} 条至第 " + Place.number(end.getKey()) + " 条被截去：封存时还在",
                    "entries {} to " + Place.number(end.getKey())
                            + " were cut off: they were there when the log was sealed");
        }
    }

    /** Nothing that looking on would tell. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private void visit(Entry entry) {
        if (findings.enough(name)) {
            throw new Enough();
        }
        settle(entry);
        if (Place.number(entry.place()) == 0) {
            found(entry.place(), "第 {} 条是插入的：编号从 1 开始", "entry {} was inserted: numbers begin at 1");
            return;
        }
        goOnAt(entry.place());
        byte[] computed = hash(head, entry);
        if (Arrays.equals(computed, entry.hash())) {
            head = Head.of(entry);
            accepted(entry);
        } else {
            suspect = new Suspect(entry.place(), entry.draft().id(), entry.hash(), computed);
            head = Head.of(entry);
        }
        visited.accept(entry);
    }

    /** Says what is missing before an entry, unless it was removed on purpose. */
    private void goOnAt(long place) {
        overGaps(place);
        if (place != head.place() + 1) {
            found(
                    head.place() + 1,
                    "第 {} 条至第 " + (Place.number(place) - 1) + " 条被移走，未经签字",
                    "entries {} to " + (Place.number(place) - 1) + " were removed without a sign-off");
            // Whether the next is itself as it was written cannot be said, for it rests on what is missing.
            head = new Head(place - 1, head.at(), new byte[0]);
        }
    }

    private static byte[] hash(Head head, Entry entry) {
        return head.hash().length == 0
                ? entry.hash()
                : Chain.hash(head.hash(), entry.place(), entry.at(), Chain.digest(entry.draft()));
    }

    private void accepted(Entry entry) {
        sealed.check(head, () -> rewritten(head.place()));
        if (entry.draft().kind() == Kind.PRUNED) {
            signOff(entry);
        }
    }

    /** Tells what became of a suspect, by whether the next entry rests on the hash it has, on its content, or on neither. */
    private void settle(@Nullable Entry next) {
        Suspect was = suspect;
        if (was == null) {
            return;
        }
        suspect = null;
        String id = was.id() == null ? "" : "（标识 " + was.id() + "）";
        String idEn = was.id() == null ? "" : " (id " + was.id() + ")";
        boolean follows = next != null && next.place() == was.place() + 1;
        if (follows && rests(was.computed(), was.place(), Objects.requireNonNull(next))) {
            found(was.place(), "第 {} 条的哈希值被改动" + id, "the hash of entry {} was changed" + idEn);
            head = new Head(head.place(), head.at(), was.computed());
        } else if (follows && rests(was.hash(), was.place(), Objects.requireNonNull(next))) {
            found(was.place(), "第 {} 条的内容被改动" + id, "the content of entry {} was changed" + idEn);
        } else {
            found(
                    was.place(),
                    "第 {} 条不是当时写在这里的：被改动、插入或调换了位置" + id,
                    "entry {} is not what was written in its place: it was changed, inserted or moved" + idEn);
        }
        sealed.drop(was.place());
    }

    private static boolean rests(byte[] hash, long place, Entry next) {
        return Arrays.equals(hash(new Head(place, 0, hash), next), next.hash());
    }

    private void unreadable(EntryUnreadable e) {
        settle(null);
        goOnAt(e.place());
        found(e.place(), "第 {} 条不能识别：" + e.getMessage(), "entry {} is nothing that was written: " + e.getMessage());
        byte[] hash = e.hash();
        head = new Head(e.place(), head.at(), hash == null ? new byte[0] : hash);
        sealed.drop(e.place());
    }

    /** Goes over gaps that begin right here and were signed off. */
    private void overGaps(long next) {
        Gap gap = gaps.get(head.place() + 1);
        while (gap != null && head.place() + 1 < next && Arrays.equals(gap.before(), head.hash())) {
            pruned += gap.entries();
            sealed.dropBetween(gap.first(), gap.last());
            head = new Head(gap.last(), head.at(), gap.hash());
            long last = gap.last();
            sealed.check(head, () -> rewritten(last));
            gap = gaps.get(head.place() + 1);
        }
    }

    private void signOff(Entry entry) {
        try {
            Gap gap = Gap.of(entry);
            if (chain == ChainTable.OPERATOR) {
                gaps.put(gap.first(), gap);
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        found(entry.place(), "第 {} 条不是有效的清理签字", "entry {} is no valid sign-off");
    }

    private void rewritten(long place) {
        found(
                place,
                "第 {} 条与封存的链尾不同：它或它以前的条目被重写",
                "entry {} is not the one that was sealed: it or entries before it were written anew");
    }

    private void found(long place, String zh, String en) {
        String number = Long.toString(Place.number(place));
        findings.add(name, Place.number(place), zh.replace("{}", number), en.replace("{}", number));
    }

    static SortedMap<Long, Gap> noGaps() {
        return new TreeMap<>();
    }
}
