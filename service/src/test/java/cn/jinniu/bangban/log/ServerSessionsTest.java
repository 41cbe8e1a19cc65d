package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.ChainTable;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Verification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The server is made to wait for a standby that there is not: it commits, and says nothing. That is how the word of a
 * commit is lost where a real server loses it.
 */
@DisplayName("A replica whose session with PostgreSQL ends or hangs")
class ServerSessionsTest {
    private static EmbeddedPostgres server;

    private Connection operator;
    private LogLocation.Server location;
    private LogLocation.Server impatient;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void database() throws Exception {
        try (Connection first = server.getPostgresDatabase().getConnection();
                Statement statement = first.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS records WITH (FORCE)");
            statement.execute("CREATE DATABASE records");
        }
        operator = server.getDatabase("postgres", "records").getConnection();
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/records";
        location = new LogLocation.Server(url, "postgres", "");
        impatient = new LogLocation.Server(url + "?socketTimeout=1", "postgres", "");
    }

    @AfterEach
    void disconnect() throws Exception {
        answersCommits(true);
        operator.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean anyRow(String sql) throws SQLException {
        try (Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        }
    }

    private void answersCommits(boolean does) throws SQLException {
        execute(
                does
                        ? "ALTER SYSTEM RESET synchronous_standby_names"
                        : "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        execute("SELECT pg_reload_conf()");
        String now = does ? "''" : "'nobody'";
        Eventually.that(() -> anyRow("SELECT WHERE current_setting('synchronous_standby_names') = " + now));
    }

    /** Keeps a decision, and does something while the server has committed it and not said so. */
    private Entry keep(DecisionLog log, Draft draft, Step meanwhile) throws Exception {
        answersCommits(false);
        Receipt receipt = log.keep(draft);
        Eventually.that(() -> anyRow("SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'"));
        meanwhile.run();
        Entry kept = receipt.await();
        answersCommits(true);
        return kept;
    }

    private interface Step {
        void run() throws Exception;
    }

    private void endSession() throws SQLException {
        execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }

    private SortedSet<Integer> chains() throws SQLException {
        SortedSet<Integer> chains = EntryTable.chains(operator);
        assertThat(ChainTable.all(operator).keySet()).containsAll(chains);
        return chains;
    }

    private void holdsOnce(List<Entry> acknowledged) throws Exception {
        List<Entry> all = EntryTable.ascending(operator, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(Drafts.ids(all)).containsExactlyInAnyOrderElementsOf(Drafts.ids(acknowledged));
        try (LogAccess access = LogAccess.open(location);
                Snapshot snapshot = access.database().snapshot()) {
            assertThat(Verification.of(snapshot, List.of(), entries -> {}).findings())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("goes on with its own chain, however often that happens")
    void ownChain() throws Exception {
        try (DecisionLog log = DecisionLog.open(location, Drafts.CLOCK)) {
            Drafts.ruleset(log);
            for (int i = 0; i < 10; i++) {
                execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
                log.keep(Drafts.decision("{\"n\":" + i + "}")).await();
            }
            // Connects anew again and again until it gives up.
            execute("ALTER TABLE entry ADD CONSTRAINT refused CHECK (at IS NULL) NOT VALID");
            assertThatThrownBy(() -> log.keep(Drafts.decision("{}")).await()).isInstanceOf(LogUnavailable.class);
            execute("ALTER TABLE entry DROP CONSTRAINT refused");
            Eventually.that(() -> log.trouble() == null);
            log.keep(Drafts.decision("{}")).await();
        }
        assertThat(chains()).containsExactly(1);
    }

    @Test
    @DisplayName("keeps once what was committed when the session ended")
    void ended() throws Exception {
        try (DecisionLog log = DecisionLog.open(location, Drafts.CLOCK)) {
            Entry ruleset = Drafts.ruleset(log);
            Entry doubtful = keep(log, Drafts.decision("{}"), this::endSession);
            Entry next = log.keep(Drafts.decision("{}")).await();
            assertThat(chains()).containsExactly(1);
            holdsOnce(List.of(ruleset, doubtful, next));
        }
    }

    @Test
    @DisplayName("keeps once what was committed when the session ended and another replica took its chain")
    void taken() throws Exception {
        try (DecisionLog log = DecisionLog.open(location, Drafts.CLOCK);
                Connection another = server.getDatabase("postgres", "records").getConnection()) {
            Entry ruleset = Drafts.ruleset(log);
            Entry doubtful = keep(log, Drafts.decision("{}"), () -> {
                CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> {
                    try (Statement statement = another.createStatement()) {
                        statement.execute("SELECT pg_advisory_lock(classid::int, objid::int) FROM pg_locks"
                                + " WHERE locktype = 'advisory'");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                Eventually.that(() -> anyRow("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"));
                endSession();
                taking.join();
                answersCommits(true);
            });
            Entry next = log.keep(Drafts.decision("{}")).await();
            assertThat(Place.chain(doubtful.place())).isEqualTo(1);
            assertThat(Place.chain(next.place())).isEqualTo(2);
            assertThat(chains()).containsExactly(1, 2);
            holdsOnce(List.of(ruleset, doubtful, next));
        }
    }

    @Test
    @DisplayName("ends the session that hangs, and keeps once what that had committed")
    void hanging() throws Exception {
        try (DecisionLog log = DecisionLog.open(impatient, Drafts.CLOCK)) {
            Entry ruleset = Drafts.ruleset(log);
            Entry doubtful = keep(log, Drafts.decision("{}"), () -> {});
            Entry next = log.keep(Drafts.decision("{}")).await();
            assertThat(chains()).containsExactly(1);
            holdsOnce(List.of(ruleset, doubtful, next));
        }
    }
}
