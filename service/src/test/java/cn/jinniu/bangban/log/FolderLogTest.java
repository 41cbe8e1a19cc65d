package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Finding;
import cn.jinniu.bangban.log.verify.Pruning;
import cn.jinniu.bangban.log.verify.Verification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log in a folder")
class FolderLogTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("log");
    }

    private DecisionLog open() {
        return DecisionLog.open(new LogLocation.Folder(folder), Drafts.CLOCK);
    }

    @Test
    @DisplayName("has every acknowledged decision once, in one chain, after it was closed and opened again")
    void keepsAll() throws Exception {
        List<Entry> acknowledged = new ArrayList<>();
        for (int start = 0; start < 3; start++) {
            try (DecisionLog log = open()) {
                log.started();
                acknowledged.addAll(Drafts.keep(log, 8, 100));
            }
        }
        assertHolds(acknowledged);
    }

    @Test
    @DisplayName("lets who looks for decisions wait while its database is being opened")
    void findsFromTheStart() throws Exception {
        try (DecisionLog log = open()) {
            Entry kept = Drafts.keep(log, 1, 1).get(0);
            UUID unknown = UUID.fromString("00000000-0000-7000-8000-000000000000");
            CompletableFuture<Entry> looking = CompletableFuture.supplyAsync(() -> {
                try {
                    return log.of(unknown);
                } catch (LogUnavailable | SQLException e) {
                    throw new CompletionException(e);
                }
            });
            log.started();
            assertThat(looking.get(1, TimeUnit.MINUTES)).isNull();
            assertThat(log.of(kept.draft().id())).isEqualTo(kept);
        }
    }

    @Test
    @DisplayName("has them also when the process ended before the database was opened")
    void killedEarly() throws Exception {
        DecisionLog log = open();
        List<Entry> acknowledged = Drafts.keep(log, 4, 25);
        copyAsACrashLeavesIt();
        log.close();
        folder = temporary.resolve("crashed");
        assertHolds(acknowledged);
        try (DecisionLog again = open()) {
            acknowledged.addAll(Drafts.keep(again, 1, 5));
        }
        assertHolds(acknowledged);
    }

    private void copyAsACrashLeavesIt() throws IOException {
        Path crashed = Files.createDirectories(temporary.resolve("crashed"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, crashed.resolve(file.getFileName()));
            }
        }
    }

    @Test
    @DisplayName("drops a last write that was torn, keeps it aside, and goes on behind the one before")
    void tornWrite() throws Exception {
        DecisionLog log = open();
        List<Entry> acknowledged = Drafts.keep(log, 1, 10);
        copyAsACrashLeavesIt();
        log.close();
        folder = temporary.resolve("crashed");
        Path journal = folder.resolve("journal-000000000001.log");
        int end = lastByte(journal);
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.seek(end - 40L);
            file.write(new byte[41]); // the end of the last write never reached the disk
        }
        List<Entry> whole = new ArrayList<>(acknowledged.subList(0, acknowledged.size() - 1));
        try (DecisionLog again = open()) {
            assertThat(folder.resolve("journal-000000000001.log.torn")).exists();
            whole.addAll(Drafts.keep(again, 1, 3));
        }
        assertHolds(whole);
    }

    private static int lastByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - 1;
        while (bytes[end] == 0) {
            end--;
        }
        return end;
    }

    @Test
    @DisplayName("is refused when something in the midst of its journal is broken, which no crash does")
    void brokenJournal() throws Exception {
        DecisionLog log = open();
        Drafts.keep(log, 1, 10);
        copyAsACrashLeavesIt();
        log.close();
        folder = temporary.resolve("crashed");
        Path journal = folder.resolve("journal-000000000001.log");
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.seek(lastByte(journal) / 2);
            int old = file.read();
            file.seek(file.getFilePointer() - 1);
            file.write(old ^ 1);
        }
        try (DecisionLog again = open()) {
            assertThat(again.trouble().en()).contains("broken");
            assertThatThrownBy(() -> again.keep(Drafts.decision("{}"))).isInstanceOf(LogUnavailable.class);
        }
    }

    @Test
    @DisplayName("refuses decisions while another process has the folder, and goes on by itself when it is free")
    void busy() throws Exception {
        try (DecisionLog first = open();
                DecisionLog second = open()) {
            assertThat(second.trouble().en()).contains("another process");
            assertThatThrownBy(() -> second.keep(Drafts.decision("{}"))).isInstanceOf(LogUnavailable.class);
            first.close();
            Eventually.that(() -> second.trouble() == null);
            second.keep(Drafts.decision("{}")).await();
        }
    }

    @Test
    @DisplayName("lets commands look while the service runs")
    void shared() throws Exception {
        try (DecisionLog log = open()) {
            log.started();
            List<Entry> acknowledged = Drafts.keep(log, 2, 300);
            Eventually.that(() -> log.database() != null);
            Eventually.that(() -> {
                try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                        Connection connection = access.connect()) {
                    return Drafts.all(connection, 1).size() == acknowledged.size();
                }
            });
        }
    }

    @Test
    @DisplayName("is verified and pruned by commands while the service runs, which goes on writing")
    void looksAfterWhileRunning() throws Exception {
        try (DecisionLog log = open()) {
            log.started();
            List<Entry> old = Drafts.keep(log, 2, 50);
            Eventually.that(() -> log.database() != null && log.pending().isEmpty());
            try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder))) {
                assertThat(findings(access)).isEmpty();
                long removed = new Pruning(
                                access.database(),
                                Drafts.CLOCK.instant().plusSeconds(1),
                                "王芳",
                                "保存期满",
                                Drafts.CLOCK,
                                done -> {})
                        .run();
                assertThat(removed).as("all but the ruleset and the last").isEqualTo(old.size() - 2);
                assertThat(findings(access)).isEmpty();
            }
            Entry first = old.stream()
                    .filter(entry -> entry.draft().kind() == Kind.DECISION)
                    .min(Comparator.comparingLong(Entry::place))
                    .orElseThrow();
            assertThat(log.of(first.draft().id())).isNull();
            List<Entry> fresh = Drafts.keep(log, 2, 10);
            Eventually.that(() -> log.pending().isEmpty());
            assertThat(log.of(fresh.get(0).draft().id())).isNotNull();
            try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder))) {
                assertThat(findings(access)).isEmpty();
            }
        }
    }

    private static List<Finding> findings(LogAccess access) throws Exception {
        try (Snapshot snapshot = access.database().snapshot()) {
            return Verification.of(snapshot, List.of(), entries -> {}).findings();
        }
    }

    private void assertHolds(List<Entry> acknowledged) throws Exception {
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Snapshot snapshot = access.database().snapshot();
                Connection connection = access.connect()) {
            List<UUID> found = Drafts.ids(Drafts.all(connection, 1));
            assertThat(found).containsExactlyInAnyOrderElementsOf(Drafts.ids(acknowledged));
            Verification.Outcome outcome = Verification.of(snapshot, List.of(), entries -> {});
            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.entries()).isEqualTo(acknowledged.size());
            assertThat(acknowledged.stream().map(entry -> Place.number(entry.place())))
                    .doesNotHaveDuplicates();
        }
    }
}
