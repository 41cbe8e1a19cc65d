package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Verification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log in PostgreSQL")
class ServerLogTest {
    @TempDir
    Path temporary;

    private static EmbeddedPostgres start(Path data, int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static LogLocation.Server location(int port) {
        return new LogLocation.Server("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    @DisplayName("is shared by replicas, each with a chain of its own, and outlives the server's stop")
    void replicas() throws Exception {
        int port = freePort();
        Path data = temporary.resolve("postgres");
        List<Entry> acknowledged = new ArrayList<>();
        LogLocation.Server location = location(port);
        EmbeddedPostgres server = start(data, port);
        try (DecisionLog one = DecisionLog.open(location, Drafts.CLOCK);
                DecisionLog other = DecisionLog.open(location, Drafts.CLOCK)) {
            acknowledged.addAll(Drafts.keep(one, 4, 50));
            acknowledged.addAll(Drafts.keep(other, 4, 50));
            refuse(location, other);
            server.close();
            assertThatThrownBy(() -> one.keep(Drafts.decision("{}")).await()).isInstanceOf(LogUnavailable.class);
            assertThat(one.trouble()).isNotNull();
            Eventually.that(() -> one.trouble().en().contains("127.0.0.1:" + port + " refused"));
            server = start(data, port);
            Eventually.that(() -> one.trouble() == null);
            acknowledged.addAll(Drafts.keep(one, 1, 10));
            acknowledged.addAll(Drafts.keep(other, 1, 10));
        }
        try (DecisionLog again = DecisionLog.open(location, Drafts.CLOCK)) {
            acknowledged.addAll(Drafts.keep(again, 1, 1));
            assertThat(Place.chain(acknowledged.get(acknowledged.size() - 1).place()))
                    .as("a chain that nobody has is gone on with")
                    .isEqualTo(1);
        }
        try (LogAccess access = LogAccess.open(location);
                Snapshot snapshot = access.database().snapshot();
                Connection connection = access.connect()) {
            List<UUID> found = new ArrayList<>(Drafts.ids(Drafts.all(connection, 1)));
            found.addAll(Drafts.ids(Drafts.all(connection, 2)));
            assertThat(found).containsExactlyInAnyOrderElementsOf(Drafts.ids(acknowledged));
            assertThat(Verification.of(snapshot, List.of(), entries -> {}).findings())
                    .isEmpty();
        } finally {
            server.close();
        }
    }

    /** What a caller sent is told to nobody when the database does not take it. */
    private static void refuse(LogLocation.Server location, DecisionLog log) throws Exception {
        try (LogAccess access = LogAccess.open(location);
                Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE entry ADD CONSTRAINT refused CHECK (kind <> 1) NOT VALID");
            assertThatThrownBy(() -> log.keep(Drafts.decision("{}")).await())
                    .isInstanceOfSatisfying(
                            LogUnavailable.class,
                            refused -> assertThat(refused.reason().en())
                                    .contains("violates check constraint \"refused\"")
                                    .doesNotContain("INSERT", "bytea", Drafts.CALLER));
            statement.execute("ALTER TABLE entry DROP CONSTRAINT refused");
        }
        Eventually.that(() -> log.trouble() == null);
    }
}
