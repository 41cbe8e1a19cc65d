package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.store.RulesetTable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What entries tell about the tables beside them. */
final class Told {
    /** Which rulesets came into force, by the place of the entry that tells of it. */
    final SortedMap<Long, RulesetTable.InForce> inForce = new TreeMap<>();

    /** Of each ruleset that came into force, the hashes of its files as they may be kept; none where nobody noted them. */
    final Map<String, Set<String>> rulesets = new HashMap<>();

    /** Rulesets that decided. */
    final Set<String> deciding = new LinkedHashSet<>();

    private long ids;

    void entry(Entry entry) {
        ids += idAndPlace(
                entry.draft().id().getMostSignificantBits(),
                entry.draft().id().getLeastSignificantBits(),
                entry.place());
        String version = entry.draft().ruleset();
        if (entry.draft().kind() == Kind.DECISION) {
            deciding.add(version);
        } else if (entry.draft().kind() == Kind.RULESET) {
            inForce.put(entry.place(), new RulesetTable.InForce(entry.place(), entry.at(), version));
            String files = filesOf(entry);
            Set<String> hashes = rulesets.computeIfAbsent(version, unknown -> new HashSet<>());
            if (files != null) {
                hashes.add(files);
            }
        }
    }

    private static @Nullable String filesOf(Entry entry) {
        try {
            return RulesetDraft.of(entry).files();
        } catch (IllegalArgumentException | JacksonException e) {
            return null; // an entry that is found to be changed anyway
        }
    }

    /** A sum over all entries that does not depend on their order. */
    long ids() {
        return ids;
    }

    static long idAndPlace(long high, long low, long place) {
        return ByteBuffer.wrap(Chain.sha256()
                        .digest(ByteBuffer.allocate(3 * Long.BYTES)
                                .putLong(high)
                                .putLong(low)
                                .putLong(place)
                                .array()))
                .getLong();
    }
}
