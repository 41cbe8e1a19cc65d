package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.Snapshot;
import cn.jinniu.bangban.log.verify.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the jar at random moments while it is asked for decisions, and looks what is left of its log. Twice each by
 * default; {@code -Dbangban.crash.rounds=200} kills as often as that.
 */
@DisplayName("The jar, killed while it decides,")
class CrashIT {
    /** In so many rounds once, PostgreSQL is killed as well. */
    private static final int SERVER_EVERY = 10;

    private static final int ROUNDS = Integer.getInteger("bangban.crash.rounds", 2);

    @TempDir
    Path temporary;

    @Test
    @DisplayName("loses nothing it told from its folder, keeps nothing twice, and its chain holds")
    void folder() throws Exception {
        Path folder = temporary.resolve("log");
        KilledService killed = new KilledService(List.of("--bangban.log=" + folder));
        crash(new LogLocation.Folder(folder), killed, killed::round);
    }

    @Test
    @DisplayName("loses nothing it told from PostgreSQL, killed too at times, keeps nothing twice, and its chains hold")
    void server() throws Exception {
        try (KilledServer server = new KilledServer(temporary.resolve("postgres"))) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
            KilledService killed = new KilledService(List.of("--bangban.log=" + url, "--bangban.log-user=postgres"));
            crash(new LogLocation.Server(url, "postgres", ""), killed, (round, random) -> {
                if (round % SERVER_EVERY == 2) {
                    killed.round(server, random);
                } else {
                    killed.round(round, random);
                }
            });
        }
    }

    private interface Round {
        void run(int round, Random random) throws Exception;
    }

    private static void crash(LogLocation location, KilledService killed, Round one) throws Exception {
        Random random = new Random(); // another moment each time; what is found must be the same
        for (int round = 1; round <= ROUNDS; round++) {
            one.run(round, random);
            if (round % 20 == 0 || round == ROUNDS) {
                check(location, killed.acknowledged(), round);
            }
        }
    }

    /** Every acknowledged decision is there, once, with the bytes that were told. */
    private static void check(LogLocation location, Map<UUID, String> acknowledged, int round) throws Exception {
        Map<UUID, String> missing = new HashMap<>(acknowledged);
        Map<String, UUID> requests = new HashMap<>();
        try (LogAccess access = LogAccess.open(location);
                Snapshot snapshot = access.database().snapshot()) {
            Verification.Outcome outcome = Verification.of(snapshot, List.of(), entries -> {});
            assertThat(outcome.findings()).as("round " + round).isEmpty();
            for (int chain : EntryTable.chains(snapshot.connection())) {
                EntryTable.each(snapshot.connection(), Place.start(chain), Place.end(chain), entry -> {
                    if (entry.draft().kind() == Kind.DECISION) {
                        UUID id = entry.draft().id();
                        String request = text(entry.draft().request());
                        assertThat(requests.put(request, id))
                                .as("twice: " + request)
                                .isNull();
                        String told = missing.remove(id);
                        if (told != null) {
                            assertThat(text(entry.draft().answer())).isEqualTo(told);
                        }
                    }
                });
            }
            System.out.println("crash round " + round + ": " + acknowledged.size() + " acknowledged, " + requests.size()
                    + " kept, " + missing.size() + " lost, " + outcome.entries() + " entries verified");
        }
        assertThat(missing).as("acknowledged and lost, round " + round).isEmpty();
        assertThat(acknowledged).isNotEmpty();
    }

    private static String text(byte[] packed) {
        return new String(Packing.unpack(packed), StandardCharsets.UTF_8);
    }
}
