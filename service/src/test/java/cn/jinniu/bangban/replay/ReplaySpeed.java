package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.log.store.RulesetTable;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures a replay against the loop anybody would write first, in one run and on one log: one thread, a record at a time,
 * a new session for each, answers compared as trees. Arguments: a folder for the log, and how many decisions to make up.
 */
public final class ReplaySpeed {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ReplaySpeed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int many = Integer.parseInt(args[1]);
        LogLocation log = new LogLocation.Folder(folder);
        if (!Files.exists(folder)) {
            write(log, many, args.length > 2 ? Integer.parseInt(args[2]) : -1);
        }
        try (LogAccess access = LogAccess.open(log);
                Connection connection = access.connect()) {
            for (int round = 0; round < 3; round++) {
                double naive = measure("naive", () -> naive(connection, many / 4));
                double replay = measure("replay", () -> replay(access, connection));
                System.out.printf(Locale.ROOT, "ratio %.2f%n", replay / naive);
            }
        }
    }

    private static void write(LogLocation location, int many, int projects) throws Exception {
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(RulesetSource.read(Path.of("../rules")));
            for (int i = 0; i < many; i++) {
                log.decide(
                        (projects < 0 ? RandomRequests.of(i) : RandomRequests.of(i, projects)).json(),
                        i % 4 == 0 ? Language.EN : Language.ZH);
                if (i % 1000 == 999) {
                    log.pass(Duration.ofHours(1));
                }
            }
        }
    }

    private static double measure(String what, Callable<Long> work) throws Exception {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = os.getProcessCpuTime();
        long began = System.nanoTime();
        long done = work.call();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d decisions, %.0f a second, %.1f µs of processor each%n",
                what,
                done,
                done / seconds,
                (os.getProcessCpuTime() - cpu) / 1e3 / done);
        return done / seconds;
    }

    private static long replay(LogAccess access, Connection connection) throws Exception {
        Selection all = new Selection(null, null, null, null, null, null, null, null, null);
        try (LogReplay replay = LogReplay.of(connection, all, "speed", null, System::nanoTime)) {
            replay.run(
                    connection,
                    new ArchivedRulesets(access.database().source(), Budget.WITHOUT_CLOCK, null, 4),
                    all,
                    Privacy.NONE,
                    Masking.NONE,
                    null,
                    places -> {});
            Tallies.State state = replay.tallies().state();
            if (state.equal() != state.replayed()) {
                throw new IllegalStateException(state.toString());
            }
            return state.replayed();
        }
    }

    private static long naive(Connection connection, int most) throws Exception {
        JsonMapper json = new JsonMapper();
        String version = RulesetTable.versions(connection).get(0);
        Ruleset ruleset = Ruleset.load(RulesetZip.source(RulesetTable.files(connection, version)));
        ruleset.retire(); // from now on each decision has a session of its own
        DecisionDesk desk = new DecisionDesk(ruleset);
        long place = Place.start(1);
        long done = 0;
        while (done < most) {
            Entry entry =
                    EntryTable.ascending(connection, place + 1, Place.end(1), 1).get(0);
            place = entry.place();
            if (entry.draft().kind() != Kind.DECISION) {
                continue;
            }
            LocalDate day = LocalDate.ofInstant(Instant.EPOCH.plus(entry.at(), ChronoUnit.MICROS), ZONE);
            Answer answer = desk.answer(Packing.unpack(entry.draft().request()), day);
            byte[] bytes = desk.bytes(
                    ((Answer.Decided) answer).decision(),
                    entry.draft().id().toString(),
                    Language.values()[entry.draft().language()]);
            if (!json.readTree(bytes)
                    .equals(json.readTree(Packing.unpack(entry.draft().answer())))) {
                throw new IllegalStateException(entry.toString());
            }
            done++;
        }
        return done;
    }
}
