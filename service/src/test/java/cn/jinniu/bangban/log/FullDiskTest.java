package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of its own in memory, which only the system's administrator can make: as others, this is skipped. */
@DisplayName("A log whose disk is full")
class FullDiskTest {
    private static final int BALLAST = 24 * 1024 * 1024;

    @TempDir
    Path temporary;

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    private static boolean mount(Path disk) throws InterruptedException {
        try {
            return run("mount", "-t", "tmpfs", "-o", "size=72m", "tmpfs", disk.toString());
        } catch (IOException noMount) {
            return false;
        }
    }

    @Test
    @DisplayName("refuses decisions, loses none it acknowledged, and goes on by itself when there is room again")
    void full() throws Exception {
        Path disk = Files.createDirectories(temporary.resolve("disk"));
        Assumptions.assumeTrue(mount(disk), "no disk can be mounted here");
        try {
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[BALLAST]);
            Path folder = disk.resolve("log");
            List<Entry> acknowledged = new ArrayList<>();
            try (DecisionLog log = DecisionLog.open(new LogLocation.Folder(folder), Drafts.CLOCK)) {
                log.started();
                acknowledged.add(Drafts.ruleset(log));
                keepUntilRefused(log, acknowledged);
                Eventually.that(() -> log.trouble() != null);
                Files.delete(ballast);
                Eventually.that(() -> log.trouble() == null);
                acknowledged.add(log.keep(Drafts.decision("{}")).await());
            }
            check(folder, acknowledged);
        } finally {
            assertThat(run("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static void keepUntilRefused(DecisionLog log, List<Entry> acknowledged) {
        Random random = new Random(3);
        byte[] noise = new byte[96 * 1024]; // does not get smaller when it is packed
        try {
            while (true) {
                List<Receipt> some = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    random.nextBytes(noise);
                    some.add(log.keep(Drafts.large(noise)));
                }
                for (Receipt receipt : some) {
                    acknowledged.add(receipt.await());
                }
            }
        } catch (LogUnavailable full) {
            assertThat(full.reason().zh()).isNotEmpty();
        }
    }

    private static void check(Path folder, List<Entry> acknowledged) throws Exception {
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Snapshot snapshot = access.database().snapshot();
                Connection connection = access.connect()) {
            assertThat(Verification.of(snapshot, List.of(), entries -> {}).findings())
                    .isEmpty();
            Set<UUID> found = new HashSet<>(Drafts.ids(Drafts.all(connection, 1)));
            assertThat(found).containsAll(Drafts.ids(acknowledged));
            assertThat(acknowledged).hasSizeGreaterThan(50);
        }
    }
}
