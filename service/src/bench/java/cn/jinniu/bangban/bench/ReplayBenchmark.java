package cn.jinniu.bangban.bench;

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
import cn.jinniu.bangban.reference.CaseFileJson;
import cn.jinniu.bangban.replay.ArchivedRulesets;
import cn.jinniu.bangban.replay.LogReplay;
import cn.jinniu.bangban.replay.RecordedLog;
import cn.jinniu.bangban.replay.Selection;
import cn.jinniu.bangban.replay.Tallies;
import cn.jinniu.bangban.text.Language;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A replay of a log of small decisions, each of another request, beside the loop anybody would write first: one thread, a
 * record at a time, a new session for each, answers compared as trees. Both by turns on one log in one Java machine.
 */
final class ReplayBenchmark {
    private static final int DECISIONS = 30_000;
    private static final int NAIVE = DECISIONS / 6;
    private static final int ROUNDS = 8;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What was measured of some decisions. */
    private record Pace(double perSecond, double processorMicros) {
        Pace better(Pace other) {
            return new Pace(Math.max(perSecond, other.perSecond), Math.min(processorMicros, other.processorMicros));
        }
    }

    void run(Report report) throws IOException, InterruptedException {
        List<String> said = OtherMachine.run(ReplayBenchmark.class);
        List<Pace> paces = new ArrayList<>();
        for (String line : said) {
            String[] words = line.split(" ");
            if (words[0].equals("pace")) {
                paces.add(new Pace(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            }
        }
        Pace replay = paces.get(0);
        Pace naive = paces.get(1);
        report.table("Replay: small decisions of a log, the better of " + ROUNDS, "", "a second", "processor µs each");
        report.row("replay", replay.perSecond, replay.processorMicros);
        report.row("naive loop", naive.perSecond, naive.processorMicros);
        report.atLeast("decisions replayed a second", replay.perSecond, 10_000);
        report.atLeast("replay against the naive loop", replay.perSecond / naive.perSecond, 2);
    }

    /** Says how quickly a log is replayed here, and how quickly by the naive loop. */
    public static void main(String[] args) throws Exception {
        int decisions = args.length > 0 ? Integer.parseInt(args[0]) : DECISIONS;
        Path folder = Path.of("target", "bench", "replay-" + decisions);
        if (!Files.exists(folder)) {
            record(folder, decisions);
        }
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Connection connection = access.connect()) {
            ArchivedRulesets rulesets = new ArchivedRulesets(access.database().source(), Budget.WITHOUT_CLOCK, null, 4);
            DecisionDesk desk = anew(connection);
            Pace replay = new Pace(0, Double.MAX_VALUE);
            Pace naive = replay;
            for (int round = 0; round < ROUNDS; round++) {
                replay = replay.better(measure(() -> replay(connection, rulesets)));
                naive = naive.better(measure(() -> naive(connection, desk)));
            }
            System.out.println("pace " + replay.perSecond + ' ' + replay.processorMicros);
            System.out.println("pace " + naive.perSecond + ' ' + naive.processorMicros);
        }
    }

    private static void record(Path folder, int decisions) throws Exception {
        try (RecordedLog log = new RecordedLog(new LogLocation.Folder(folder))) {
            log.inForce(Rules.source());
            for (int i = 0; i < decisions; i++) {
                log.decide(CaseFileJson.write(CaseFiles.of(i, 1)), i % 4 == 0 ? Language.EN : Language.ZH);
                if (i % 1000 == 999) {
                    log.pass(Duration.ofHours(1));
                }
            }
        }
    }

    private static Pace measure(Callable<Long> work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long began = System.nanoTime();
        long done = work.call();
        Pace pace = new Pace(
                done / ((System.nanoTime() - began) / 1e9), (system.getProcessCpuTime() - processor) / 1e3 / done);
        System.err.println(pace);
        return pace;
    }

    private static long replay(Connection connection, ArchivedRulesets rulesets) throws Exception {
        Selection all = new Selection(null, null, null, null, null, null, null, null, null);
        try (LogReplay replay = LogReplay.of(connection, all, "bench", null, System::nanoTime)) {
            replay.run(connection, rulesets, all, Privacy.NONE, Masking.NONE, null, places -> {});
            Tallies.State state = replay.tallies().state();
            if (state.equal() != state.replayed()) {
                throw new IllegalStateException(state.toString());
            }
            return state.replayed();
        }
    }

    private static DecisionDesk anew(Connection connection) throws Exception {
        String version = RulesetTable.versions(connection).get(0);
        Ruleset ruleset = Ruleset.load(RulesetZip.source(RulesetTable.files(connection, version)));
        ruleset.retire(); // from now on each decision has a session of its own
        return new DecisionDesk(ruleset);
    }

    private static long naive(Connection connection, DecisionDesk desk) throws Exception {
        JsonMapper json = new JsonMapper();
        long place = Place.start(1);
        long done = 0;
        while (done < NAIVE) {
            List<Entry> next = EntryTable.ascending(connection, place + 1, Place.end(1), 1);
            if (next.isEmpty()) {
                break;
            }
            Entry entry = next.get(0);
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
