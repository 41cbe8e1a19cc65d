package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.find.BlockCheck;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.RulesetTable;
import cn.jinniu.bangban.log.store.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks whether the tables beside the entries say what the entries say. */
final class TableCheck {
    private final Connection connection;
    private final Told told;
    private final Findings findings;

    private TableCheck(Connection connection, Told told, Findings findings) {
        this.connection = connection;
        this.told = told;
        this.findings = findings;
    }

    static void of(Snapshot snapshot, Told told, Findings findings) {
        TableCheck check = new TableCheck(snapshot.connection(), told, findings);
        check.part("ruleset", check::rulesets);
        check.part("in_force", check::inForce);
        check.part("block", check::blocks);
        if (snapshot.dialect() == LogDatabase.Dialect.H2) {
            check.part("entry_id", check::ids);
        }
    }

    private interface Part {
        void check() throws SQLException;
    }

    private void part(String table, Part part) {
        try {
            part.check();
        } catch (SQLException | RuntimeException e) {
            findings.add("", 0, "表 " + table + " 无法读出：" + e.getMessage(), table + " cannot be read: " + e.getMessage());
        }
    }

    private void rulesets() throws SQLException {
        List<String> kept = RulesetTable.versions(connection);
        for (String version : kept) {
            if (told.rulesets.containsKey(version)) {
                files(version, told.rulesets.get(version));
            } else {
                findings.add(
                        "",
                        0,
                        "规则档案 " + version + "：没有条目记载它启用过",
                        "ruleset " + version + ": no entry tells that it came into force");
            }
        }
        Set<String> missing = new HashSet<>(told.rulesets.keySet());
        missing.addAll(told.deciding);
        missing.removeAll(kept);
        for (String version : missing.stream().sorted().toList()) {
            findings.add("", 0, "规则档案 " + version + " 不见了", "ruleset " + version + ": its files are missing");
        }
    }

    private void files(String version, Set<String> hashes) throws SQLException {
        byte[] files = RulesetTable.files(connection, version);
        boolean right = files != null
                && (hashes.isEmpty()
                        || hashes.contains(
                                HexFormat.of().formatHex(Chain.sha256().digest(files))));
        if (!right || files == null || !version.equals(versionOf(files))) {
            findings.add("", 0, "规则档案 " + version + " 的内容被改动", "ruleset " + version + ": its files were changed");
        }
    }

    private static String versionOf(byte[] files) {
        try {
            return RulesetZip.source(files).version();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void inForce() throws SQLException {
        SortedMap<Long, RulesetTable.InForce> rows = new TreeMap<>();
        for (RulesetTable.InForce row : RulesetTable.inForce(connection)) {
            rows.put(row.place(), row);
        }
        for (RulesetTable.InForce entry : told.inForce.values()) {
            if (!entry.equals(rows.remove(entry.place()))) {
                wrong(entry.place());
            }
        }
        rows.keySet().forEach(this::wrong);
    }

    private void wrong(long place) {
        long number = Place.number(place);
        findings.add(
                ChainTable.name(Place.chain(place)),
                number,
                "规则启用表与第 " + number + " 条不符",
                "the table of rulesets in force does not say what entry " + number + " says");
    }

    private void blocks() throws SQLException {
        BlockCheck.of(connection, place -> {
            long number = Place.number(place);
            findings.add(
                    ChainTable.name(Place.chain(place)),
                    number,
                    "查找用的索引在第 " + number + " 条处被改动；条目本身不受影响，可用 log reindex 重建",
                    "the index for finding entries from " + number + " on was changed; the entries themselves are not"
                            + " touched by that, and log reindex makes it anew");
        });
    }

    /** Where the embedded database's file was changed, its index may lead elsewhere although every entry is there. */
    private void ids() throws SQLException {
        long[] sum = {0};
        EntryTable.eachId(
                connection,
                (id, place) ->
                        sum[0] += Told.idAndPlace(id.getMostSignificantBits(), id.getLeastSignificantBits(), place));
        if (sum[0] != told.ids() && findings.all().isEmpty()) {
            findings.add("", 0, "编号索引与条目不符", "the index of ids does not lead to the entries");
        }
    }
}
