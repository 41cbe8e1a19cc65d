package cn.jinniu.bangban.log.archive;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.RulesetTable;
import cn.jinniu.bangban.log.store.RulesetTable.InForce;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ruleset that the log keeps.
 *
 * @param version its version
 * @param periods when it was in force, the last first
 */
public record Archived(String version, List<Period> periods) {
    /** So many entries are read at a time. */
    private static final int AT_A_TIME = 500;

    /**
     * A time for which one replica decided by a ruleset.
     *
     * @param chain the replica's chain
     * @param from when it came into force, in microseconds since 1970
     * @param to when another took its place; null when none has, as far as the log knows: a replica may have stopped
     * @param ruleset what was told when it came into force: its id, who loaded it and from where; null where that was
     *     removed on purpose
     */
    public record Period(
            String chain,
            long from,
            @Nullable Long to,
            @Nullable RulesetDraft ruleset) {}

    /** All rulesets that ever were in force, the one that last came into force first. */
    public static List<Archived> all(Connection connection) throws SQLException {
        List<InForce> events = RulesetTable.inForce(connection);
        Map<Long, RulesetDraft> told = told(connection, events);
        Map<Integer, InForce> later = new HashMap<>();
        Map<Integer, Long> ends = new HashMap<>();
        Map<String, List<Period>> byVersion = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            InForce event = events.get(i);
            int chain = Place.chain(event.place());
            InForce next = later.put(chain, event);
            if (next != null && !next.version().equals(event.version())) {
                ends.put(chain, next.at());
            }
            List<Period> periods = byVersion.computeIfAbsent(event.version(), version -> new ArrayList<>());
            if (next != null && next.version().equals(event.version())) {
                removeLast(periods, chain); // started again with the same: the period goes on
            }
            periods.add(new Period(ChainTable.name(chain), event.at(), ends.get(chain), told.get(event.place())));
        }
        return byVersion.entrySet().stream()
                .map(one -> new Archived(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static void removeLast(List<Period> periods, int chain) {
        for (int i = periods.size() - 1; i >= 0; i--) {
            if (periods.get(i).chain().equals(ChainTable.name(chain))) {
                periods.remove(i);
                return;
            }
        }
    }

    private static Map<Long, RulesetDraft> told(Connection connection, List<InForce> events) throws SQLException {
        Map<Long, RulesetDraft> told = new HashMap<>();
        for (int i = 0; i < events.size(); i += AT_A_TIME) {
            List<Long> places = events.subList(i, Math.min(events.size(), i + AT_A_TIME)).stream()
                    .map(InForce::place)
                    .toList();
            for (Entry entry : EntryTable.at(connection, places)) {
                told.put(entry.place(), RulesetDraft.of(entry));
            }
        }
        return told;
    }
}
