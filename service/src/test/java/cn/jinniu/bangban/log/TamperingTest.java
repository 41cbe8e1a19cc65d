package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.journal.Journal;
import cn.jinniu.bangban.log.journal.JournalDamaged;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Finding;
import cn.jinniu.bangban.log.verify.Pruning;
import cn.jinniu.bangban.log.verify.Seal;
import cn.jinniu.bangban.log.verify.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log that somebody had a hand in")
class TamperingTest {
    private static final int ENTRIES = 8;
    private static final List<String> TABLES = List.of("chain", "entry", "ruleset", "in_force");
    /** More with -Dbangban.flips=5000. */
    private static final int FLIPS = Integer.getInteger("bangban.flips", 60);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void write() throws Exception {
        folder = temporary.resolve("log");
        try (DecisionLog log = DecisionLog.open(new LogLocation.Folder(folder), Drafts.CLOCK)) {
            log.started();
            Drafts.keep(log, 1, ENTRIES - 2);
            log.keep(Drafts.hiding("{}")).await();
        }
    }

    private interface Look {
        void at(LogAccess access, Connection connection) throws Exception;
    }

    private void look(Look look) throws Exception {
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Connection connection = access.connect()) {
            look.at(access, connection);
        }
    }

    private static List<Finding> findings(LogAccess access, Seal... seals) throws SQLException {
        try (Snapshot snapshot = access.database().snapshot()) {
            return Verification.of(snapshot, List.of(seals), entries -> {}).findings();
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A column of a table, and how one row of it is known. */
    private record Cell(String table, String column, String key) {}

    private static List<Cell> cells(Connection connection) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'PUBLIC'"
                                + " AND table_name IN ('CHAIN', 'ENTRY', 'RULESET', 'IN_FORCE')");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String table = row.getString(1);
                String key = table.equals("CHAIN") ? "id" : table.equals("RULESET") ? "version" : "place";
                cells.add(new Cell(table, row.getString(2), key));
            }
        }
        return cells;
    }

    @Test
    @DisplayName("is found out by whichever column of whichever row was changed")
    void anyColumn() throws Exception {
        look((access, connection) -> {
            assertThat(findings(access)).isEmpty();
            Random random = new Random(20260326);
            int changes = 0;
            for (Cell cell : cells(connection)) {
                for (Object key : keys(connection, cell)) {
                    changes++;
                    change(access, connection, cell, key, random);
                }
            }
            assertThat(changes).isGreaterThan(ENTRIES * 13);
            assertThat(findings(access)).as("all was put back").isEmpty();
        });
    }

    private static List<Object> keys(Connection connection, Cell cell) throws SQLException {
        List<Object> keys = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT " + cell.key() + " FROM " + cell.table());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(row.getObject(1));
            }
        }
        return keys;
    }

    private static void change(LogAccess access, Connection connection, Cell cell, Object key, Random random)
            throws SQLException {
        Object before;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + cell.column() + " FROM " + cell.table() + " WHERE " + cell.key() + " = ?")) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                before = row.getObject(1);
            }
        }
        String update = "UPDATE " + cell.table() + " SET " + cell.column() + " = ? WHERE " + cell.key() + " = ?";
        Object after = changed(before, random);
        run(connection, update, after, key);
        List<Finding> findings = findings(access);
        assertThat(findings)
                .as("%s of %s in %s", cell.column(), key, cell.table())
                .isNotEmpty();
        if (cell.table().equals("ENTRY") && !cell.column().equals("PLACE")) {
            assertThat(findings.get(0).number())
                    .as("%s of %s", cell.column(), key)
                    .isEqualTo(Place.number((Long) key));
        }
        run(connection, update, before, cell.column().equalsIgnoreCase(cell.key()) ? after : key);
    }

    /** The value with as little changed as can be. */
    private static Object changed(Object value, Random random) {
        if (value instanceof byte[] bytes) {
            byte[] changed = bytes.length == 0 ? new byte[1] : bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        } else if (value instanceof Integer number) {
            return number + 256; // SMALLINT too
        } else if (value instanceof Long number) {
            return number + (1L << random.nextInt(20, 39));
        } else if (value instanceof UUID id) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
        } else if (value == null) {
            return new byte[0];
        }
        StringBuilder text = new StringBuilder((String) value);
        if (text.length() == 0) {
            return "x";
        }
        int at = random.nextInt(text.length());
        text.setCharAt(at, (char) (text.charAt(at) ^ 1));
        return text.toString();
    }

    @Test
    @DisplayName("is found out by entries that were removed, inserted or moved, and the first of them is named")
    void rows() throws Exception {
        String swap = "UPDATE entry SET place = CASE place WHEN " + place(3) + " THEN " + place(4) + " ELSE " + place(3)
                + " END WHERE place IN (" + place(3) + ", " + place(4) + ")";
        look((access, connection) -> {
            for (String table : TABLES) {
                run(connection, "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
            }
            tamper(access, connection, "DELETE FROM entry WHERE place = " + place(3), "removed", 3);
            tamper(
                    access,
                    connection,
                    "DELETE FROM entry WHERE place >= " + place(3) + " AND place <= " + place(5),
                    "3 to 5",
                    3);
            tamper(access, connection, "DELETE FROM entry WHERE place = " + place(1), "removed", 1);
            tamper(access, connection, copy(3, ENTRIES + 1), "inserted", ENTRIES + 1);
            tamper(access, connection, copy(3, ENTRIES + 9), "removed", ENTRIES + 1);
            tamper(access, connection, copy(3, 0), "inserted", 0);
            tamper(access, connection, copy(3, 1L << 45), "chains", 0);
            tamper(access, connection, swap, "moved", 3);
            tamper(access, connection, "DELETE FROM ruleset", "missing", 0);
            tamper(access, connection, "DELETE FROM in_force", "in force", 1);
            tamper(access, connection, "DELETE FROM chain WHERE id = 1", "chains", 0);
        });
    }

    private static long place(long number) {
        return Place.of(1, number);
    }

    /** Inserts a copy of an entry at another place, under another id. */
    private static String copy(long number, long to) {
        return "INSERT INTO entry SELECT " + place(to) + ", at, kind, RANDOM_UUID(), caller, known_by, ruleset, "
                + "language, nanoseconds, request, answer, hidden, hash FROM entry WHERE place = " + place(number);
    }

    private static void tamper(LogAccess access, Connection connection, String sql, String what, long first)
            throws SQLException {
        run(connection, sql);
        List<Finding> findings = findings(access);
        assertThat(findings).as(sql).isNotEmpty();
        assertThat(findings.get(0).what().en()).as(sql).contains(what);
        assertThat(findings.get(0).number()).as(sql).isEqualTo(first);
        for (String table : TABLES) {
            run(connection, "DELETE FROM " + table);
            run(connection, "INSERT INTO " + table + " SELECT * FROM kept_" + table);
        }
        assertThat(findings(access)).as("all was put back").isEmpty();
    }

    @Test
    @DisplayName("is found out by a kept head when its end was cut off or written anew, and by nothing else")
    void kept() throws Exception {
        look((access, connection) -> {
            Seal early = Seal.of(connection);
            Seal kept = Seal.read(early.json(Drafts.CLOCK.instant()));
            assertThat(kept).isEqualTo(early);
            run(connection, "DELETE FROM entry WHERE place >= " + place(ENTRIES - 1));
            assertThat(findings(access)).isEmpty();
            assertThat(findings(access, kept)).singleElement().satisfies(finding -> {
                assertThat(finding.number()).isEqualTo(ENTRIES - 1);
                assertThat(finding.what().en()).contains(ENTRIES - 1 + " to " + ENTRIES + " were cut off");
            });
        });
        look((access, connection) -> assertThat(Drafts.all(connection, 1))
                .as("the journal still had them")
                .hasSize(ENTRIES));
    }

    @Test
    @DisplayName("is no such log when old entries were pruned by somebody who signed for it")
    void pruned() throws Exception {
        look((access, connection) -> {
            Seal before = Seal.of(connection);
            Instant tomorrow = Drafts.CLOCK.instant().plusSeconds(1);
            long removed = new Pruning(access.database(), tomorrow, "王芳", "保存期满", Drafts.CLOCK, done -> {}).run();
            assertThat(removed).as("all but the ruleset and the last").isEqualTo(ENTRIES - 2);
            try (Snapshot snapshot = access.database().snapshot()) {
                Verification.Outcome outcome = Verification.of(snapshot, List.of(before), entries -> {});
                assertThat(outcome.findings()).isEmpty();
                assertThat(outcome.pruned()).isEqualTo(ENTRIES - 2);
                assertThat(outcome.gaps()).singleElement().satisfies(gap -> {
                    assertThat(gap.by()).isEqualTo("王芳");
                    assertThat(gap.reason()).isEqualTo("保存期满");
                });
            }
            run(connection, "UPDATE entry SET caller = '李四' WHERE kind = 3");
            assertThat(findings(access).get(0).chain()).isEqualTo("operator");
            run(connection, "UPDATE entry SET caller = '王芳' WHERE kind = 3");
            run(connection, "DELETE FROM entry WHERE kind = 3");
            assertThat(findings(access).get(0).what().en()).contains("without a sign-off");
        });
    }

    @Test
    @DisplayName("is not pruned where an entry is not as it was written")
    void notPruned() throws Exception {
        look((access, connection) -> {
            run(connection, "UPDATE entry SET caller = 'x' WHERE place = " + place(4));
            Instant tomorrow = Drafts.CLOCK.instant().plusSeconds(1);
            assertThatThrownBy(() -> new Pruning(access.database(), tomorrow, "a", "b", Drafts.CLOCK, done -> {}).run())
                    .hasMessageContaining("entry 4");
            assertThat(Drafts.all(connection, 1)).hasSize(ENTRIES);
            assertThat(Drafts.all(connection, 0)).isEmpty();
        });
    }

    @Test
    @DisplayName("is found out by every byte of its journal")
    void journal() throws Exception {
        Path journal = folder.resolve("journal-000000000001.log");
        byte[] bytes = Files.readAllBytes(journal);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Files.write(journal, changed);
            int at = i;
            assertThatThrownBy(() -> Journal.read(folder))
                    .as("byte " + at)
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining(journal.toString());
        }
        try (LogAccess access = LogAccess.inspect(new LogLocation.Folder(folder))) {
            assertThat(access.damage().zh()).contains(journal.toString());
            assertThat(findings(access))
                    .as("the database is looked at all the same")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("is found out, or shows nothing else than was written, by bytes of the database's file")
    void file() throws Exception {
        Path file = folder.resolve("log.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        List<String> written = contents();
        Random random = new Random(2026);
        int found = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = Files.readAllBytes(file);
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            if (foundOut()) {
                found++;
            } else {
                assertThat(contents()).as("byte " + at).isEqualTo(written);
            }
            Files.write(file, bytes);
        }
        assertThat(found).isPositive();
    }

    private boolean foundOut() throws Exception {
        try (LogAccess access = LogAccess.inspect(new LogLocation.Folder(folder))) {
            return access.damage() != null || !findings(access).isEmpty();
        } catch (LogAccess.Damaged | SQLException named) {
            assertThat(named.getMessage()).isNotEmpty();
            return true;
        }
    }

    /** All there is to see. */
    private List<String> contents() throws Exception {
        List<String> contents = new ArrayList<>();
        look((access, connection) -> {
            for (String table : TABLES) {
                try (PreparedStatement statement =
                                connection.prepareStatement("SELECT * FROM " + table + " ORDER BY 1");
                        ResultSet row = statement.executeQuery()) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        for (int i = 1; i <= columns; i++) {
                            contents.add(table + '.' + i + '=' + row.getString(i));
                        }
                    }
                }
            }
        });
        return contents;
    }
}
