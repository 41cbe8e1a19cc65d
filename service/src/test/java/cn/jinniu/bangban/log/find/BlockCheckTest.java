package cn.jinniu.bangban.log.find;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.Receipt;
import cn.jinniu.bangban.log.find.MadeUp.World;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The index of the log")
class BlockCheckTest {
    @TempDir
    Path temporary;

    private static List<Long> wrong(LogDatabase database) throws SQLException {
        List<Long> wrong = new ArrayList<>();
        try (Snapshot snapshot = database.snapshot()) {
            BlockCheck.of(snapshot.connection(), wrong::add);
        }
        return wrong;
    }

    @Test
    @DisplayName("is found to be changed by whichever row of it was changed or is missing")
    void changed() throws Exception {
        LogLocation location = new LogLocation.Folder(temporary.resolve("log"));
        World world = new World(10, 4, 4, 2, 3);
        Random random = new Random(5);
        try (DecisionLog log = DecisionLog.open(location, Clock.systemUTC())) {
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                receipts.add(log.keep(
                        world.decision(random, LocalDate.of(2026, 3, 1)).draft()));
            }
            for (Receipt receipt : receipts) {
                receipt.await();
            }
        }
        try (LogAccess access = LogAccess.open(location);
                Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            LogDatabase database = access.database();
            try (Indexer indexer = new Indexer(new LogIndex(List::of, 16), () -> database)) {
                indexer.all(database, entries -> {});
            }
            assertThat(wrong(database)).isEmpty();
            statement.execute("CREATE TABLE kept_block AS SELECT * FROM block");
            statement.execute("CREATE TABLE kept_block_page AS SELECT * FROM block_page");
            String some = "(SELECT MIN(id) FROM block)";
            for (String change : List.of(
                    "UPDATE block SET level = 2 WHERE id = " + some,
                    "UPDATE block SET first_place = first_place + 1 WHERE id = " + some,
                    "UPDATE block SET last_place = last_place + 1 WHERE id = " + some,
                    "UPDATE block SET first_at = first_at + 1 WHERE id = " + some,
                    "UPDATE block SET last_at = last_at + 1 WHERE id = " + some,
                    "UPDATE block SET digest = X'00' WHERE id = " + some,
                    "UPDATE block SET retired = TRUE WHERE id = " + some,
                    "UPDATE block SET id = id + 4 WHERE id = " + some,
                    "UPDATE block_page SET term = term + 1 WHERE block = " + some,
                    "UPDATE block_page SET postings = postings || X'00' WHERE block = " + some,
                    "DELETE FROM block_page WHERE block = " + some,
                    "DELETE FROM block WHERE id = " + some,
                    "UPDATE block_page SET block = 0 WHERE block = " + some)) {
                statement.execute(change);
                assertThat(wrong(database)).as(change).isNotEmpty();
                for (String table : List.of("block", "block_page")) {
                    statement.execute("DELETE FROM " + table);
                    statement.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
                }
            }
            assertThat(wrong(database)).isEmpty();
        }
    }
}
