package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Place;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ends of chains that were kept elsewhere, as far as they have not been met yet. */
final class SealedEnds {
    private final TreeMap<Long, Set<String>> left = new TreeMap<>();

    SealedEnds(List<Seal> seals) {
        for (Seal seal : seals) {
            for (Seal.End end : seal.ends()) {
                if (Place.number(end.place()) > 0) {
                    left.computeIfAbsent(end.place(), unknown -> new HashSet<>())
                            .add(end.hash());
                }
            }
        }
    }

    /** Looks whether an entry is the one that was sealed in its place. */
    void check(Head head, Runnable other) {
        Set<String> hashes = left.remove(head.place());
        if (hashes != null && !hashes.equals(Set.of(HexFormat.of().formatHex(head.hash())))) {
            other.run();
        }
    }

    /** Of an entry at which something else was found already. */
    void drop(long place) {
        left.remove(place);
    }

    /** Of entries that were removed on purpose but for the last, whose hash was kept. */
    void dropBetween(long first, long last) {
        left.subMap(first, last).clear();
    }

    /** What of a chain was not met: the last place of those that are missing, with a hash. */
    SortedMap<Long, String> left(int chain) {
        SortedMap<Long, String> last = new TreeMap<>();
        SortedMap<Long, Set<String>> all = left.subMap(Place.start(chain), Place.end(chain));
        if (!all.isEmpty()) {
            last.put(all.lastKey(), all.get(all.lastKey()).iterator().next());
        }
        return last;
    }
}
