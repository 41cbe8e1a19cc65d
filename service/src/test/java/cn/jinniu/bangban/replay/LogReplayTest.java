package cn.jinniu.bangban.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.privacy.Keys;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.ruleset.RulesFolder;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Replaying a log")
class LogReplayTest {
    private static final Selection ALL = new Selection(null, null, null, null, null, null, null, null, null);
    private static final DecisionDesk SHIPPED = new DecisionDesk(ShippedRules.RULESET);
    private static final String LIMIT = """
            to assign a commissioner'
              type: working-days
              clause: none
              values:
                - from: 2000-01-01
                  value:\s""";
    private static final String NO_DAY = "{\"projects\":[{\"id\":\"P-1\",\"name\":\"天回产业园\","
            + "\"listings\":[{\"level\":\"DISTRICT\",\"year\":2026,\"issuedOn\":\"2026-02-10\"}],"
            + "\"functionalZone\":\"jinniu-hightech-zone\",\"landContractSignedOn\":\"2026-03-02\"}]}";

    @TempDir
    Path temporary;

    private LogLocation location;

    @BeforeEach
    void name() {
        location = new LogLocation.Folder(temporary.resolve("log"));
    }

    private static RulesetSource shipped() throws IOException {
        return RulesetSource.read(ShippedRules.FOLDER);
    }

    /** What came of a replay. */
    private record Told(Tallies.State tallies, List<Finding> findings) {}

    private Told replay(Selection selection) throws Exception {
        return replay(selection, Privacy.NONE, null, Integer.MAX_VALUE);
    }

    /** @param pages after how many of them it is broken off */
    private Told replay(Selection selection, Privacy privacy, Path resume, int pages) throws Exception {
        int[] left = {pages};
        try (LogAccess access = LogAccess.open(location);
                Connection connection = access.connect();
                LogReplay replay = LogReplay.of(connection, selection, "test", resume, new Ticking()::next)) {
            replay.run(
                    connection,
                    new ArchivedRulesets(
                            access.database().source(), Budget.WITHOUT_CLOCK, null, 4, LogReplayTest::load),
                    selection,
                    privacy,
                    Masking.NONE,
                    null,
                    places -> {
                        if (left[0]-- == 0) {
                            throw new BrokenOff();
                        }
                    });
            List<Finding> findings = new ArrayList<>();
            replay.findings().forEach(findings::add);
            replay.finished();
            return new Told(replay.tallies().state(), findings);
        }
    }

    /** Compiling is slow, and what the shipped rules compile to is at hand. */
    private static Ruleset load(RulesetSource source) throws RulesetRefused {
        return source.version().equals(ShippedRules.RULESET.version()) ? ShippedRules.RULESET : Ruleset.load(source);
    }

    /** As when the process ends in the midst of it. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A clock by which every page is time for a checkpoint. */
    private static final class Ticking {
        private long now;

        long next() {
            return now += Duration.ofMinutes(1).toNanos();
        }
    }

    /** A day's decisions by the shipped rules and, after an edit that changes answers, by others; then more versions. */
    private void recordDay(int versions) throws Exception {
        RulesFolder edited = new RulesFolder().replacing("parameters.yaml", LIMIT + "3", LIMIT + "6");
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            for (int i = 0; i < 60; i++) {
                log.decide(RandomRequests.of(i, i % 3).json(), i % 2 == 0 ? Language.ZH : Language.EN);
                if (i % 20 == 19) {
                    log.pass(Duration.ofHours(1));
                }
            }
            log.decide(NO_DAY, Language.ZH);
            log.inForce(edited.source());
            log.decide(NO_DAY, Language.EN);
            log.decide(RandomRequests.of(7, 2).json(), Language.ZH);
            log.pass(Duration.ofDays(1));
            for (int version = 0; version < versions; version++) {
                log.archive(new RulesFolder()
                        .appending("parameters.yaml", "# 第 " + version + " 次修改\n")
                        .source());
            }
        }
    }

    @Test
    @DisplayName("comes out byte for byte, a hundred ruleset versions later")
    void aDay() throws Exception {
        recordDay(100);
        Told told = replay(ALL);
        assertThat(told.findings()).isEmpty();
        assertThat(told.tallies().replayed()).isEqualTo(63);
        assertThat(told.tallies().equal()).isEqualTo(63);
        assertThat(told.tallies().rulesets()).hasSize(2);
        assertThat(told.tallies().days().keySet()).containsExactly("2026-03-26");
        assertThat(told.tallies().units()).containsKey("jinniu-hightech-zone");
    }

    @Test
    @DisplayName("of PostgreSQL does so too, while the service goes on writing it")
    void postgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            location = new LogLocation.Server(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
            recordDay(3);
            try (RecordedLog running = new RecordedLog(location)) {
                running.pass(Duration.ofDays(2));
                running.inForce(shipped(), SHIPPED);
                running.decide(NO_DAY, Language.ZH);
                running.pass(Duration.ofHours(1));
                Told told = replay(ALL);
                assertThat(told.findings()).isEmpty();
                assertThat(told.tallies().equal()).isEqualTo(64);
            }
        }
    }

    @Test
    @DisplayName("of a folder goes through the service that has it")
    void whileRunning() throws Exception {
        try (RecordedLog running = new RecordedLog(location)) {
            running.inForce(shipped(), SHIPPED);
            for (int i = 0; i < 5; i++) {
                running.decide(NO_DAY, Language.ZH);
            }
            running.pass(Duration.ofHours(1));
            running.untilReadable(6);
            Told told = replay(ALL);
            assertThat(told.findings()).isEmpty();
            assertThat(told.tallies().equal()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("finds what was answered otherwise, and says where")
    void changed() throws Exception {
        UUID id;
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            log.decide(NO_DAY, Language.ZH);
            id = recordChanged(log, "\"due\":\"2026-03-05\"", "\"due\":\"2026-03-06\"");
            log.decide(NO_DAY, Language.EN);
        }
        Told told = replay(ALL);
        assertThat(told.tallies().equal()).isEqualTo(2);
        assertThat(told.findings()).hasSize(1);
        Finding finding = told.findings().get(0);
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.id()).isEqualTo(id.toString());
        assertThat(finding.differences())
                .containsExactly(new Finding.Difference(
                        "obligations ASSIGN_COMMISSIONER:jinniu-hightech-zone:project:P-1 due",
                        "2026-03-06",
                        "2026-03-05"));
        assertThat(finding.what().zh()).contains("2026-03-06").contains("2026-03-05");
    }

    @Test
    @DisplayName("finds answers that say the same in other bytes")
    void otherBytes() throws Exception {
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            recordChanged(log, "\"alerts\":[", "\"alerts\": [");
        }
        Finding finding = replay(ALL).findings().get(0);
        assertThat(finding.kind()).isEqualTo(FindingKind.DIFFERENT);
        assertThat(finding.differences()).hasSize(1);
        assertThat(finding.differences().get(0).where()).startsWith("byte ");
    }

    private static UUID recordChanged(RecordedLog log, String piece, String other) throws Exception {
        UUID id = UUID.randomUUID();
        byte[] request = NO_DAY.getBytes(StandardCharsets.UTF_8);
        String answer = answer(id, NO_DAY);
        assertThat(answer).contains(piece);
        log.record(
                id,
                ShippedRules.RULESET.version(),
                request,
                answer.replace(piece, other).getBytes(StandardCharsets.UTF_8),
                Language.ZH);
        return id;
    }

    private static String answer(UUID id, String request) {
        var decided =
                (Answer.Decided) SHIPPED.answer(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 3, 26));
        return new String(SHIPPED.bytes(decided.decision(), id.toString(), Language.ZH), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("finds rulesets that are missing, were changed, or are refused by this version, and goes on")
    void rulesets() throws Exception {
        RulesetSource unusable = new RulesFolder().without("units.csv").source();
        byte[] request = NO_DAY.getBytes(StandardCharsets.UTF_8);
        byte[] answer = answer(UUID.randomUUID(), NO_DAY).getBytes(StandardCharsets.UTF_8);
        try (RecordedLog log = new RecordedLog(location)) {
            log.archive(unusable);
            log.archive("f".repeat(64), RulesetZip.of(unusable));
            for (String version : List.of("e".repeat(64), "f".repeat(64), unusable.version())) {
                log.record(UUID.randomUUID(), version, request, answer, Language.ZH);
            }
            log.inForce(shipped(), SHIPPED);
            log.record(UUID.randomUUID(), ShippedRules.RULESET.version(), new byte[] {'{'}, answer, Language.ZH);
            log.decide(NO_DAY, Language.ZH);
        }
        Told told = replay(ALL);
        assertThat(told.findings())
                .extracting(Finding::kind)
                .containsExactly(
                        FindingKind.RULESET_MISSING,
                        FindingKind.RULESET_CHANGED,
                        FindingKind.RULESET_UNUSABLE,
                        FindingKind.NOT_DECIDED);
        assertThat(told.findings().get(2).what().zh()).contains("缺少文件 units.csv");
        assertThat(told.tallies().equal()).isEqualTo(1);
        assertThat(told.tallies().replayed()).isEqualTo(5);
    }

    @Test
    @DisplayName(
            "takes a request that names no day for one of the day it was decided on, though it was recorded after midnight")
    void midnight() throws Exception {
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            log.pass(Duration.ofHours(15).minusMinutes(1)); // 23:59 in Shanghai
            Draft late = log.decided(NO_DAY, Language.ZH);
            Draft tooLate = log.decided(NO_DAY, Language.ZH);
            log.pass(Duration.ofMinutes(2));
            log.record(late);
            log.decide(NO_DAY, Language.ZH);
            log.pass(Duration.ofHours(1));
            log.record(tooLate);
            // Its id says when it was decided.
            log.record(log.named(tooLate, RecordedLog.BEGIN));
        }
        Told told = replay(ALL);
        assertThat(told.tallies().equal()).isEqualTo(3);
        assertThat(told.findings()).hasSize(1);
    }

    @Test
    @DisplayName("replays only what is asked for, by day and by what was asked and answered")
    void selected() throws Exception {
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            log.decide(NO_DAY, Language.ZH);
            log.pass(Duration.ofDays(1));
            log.decide(NO_DAY.replace("P-1", "P-2"), Language.ZH);
            log.pass(Duration.ofDays(1));
            log.decide("{}", Language.ZH);
        }
        LocalDate first = LocalDate.of(2026, 3, 26);
        assertThat(replay(ALL).tallies().replayed()).isEqualTo(3);
        assertThat(of(first.plusDays(1), null, null, null, null)).isEqualTo(2);
        assertThat(of(first, first, null, null, null)).isEqualTo(1);
        assertThat(of(first.plusDays(3), null, null, null, null)).isZero();
        assertThat(of(null, first.minusDays(1), null, null, null)).isZero();
        assertThat(of(null, null, "P-2", null, null)).isEqualTo(1);
        assertThat(of(null, null, null, "jinniu-hightech-zone", "OVERDUE")).isEqualTo(2);
        assertThat(of(null, null, null, "finance-bureau", "OVERDUE")).isZero();
    }

    private long of(LocalDate from, LocalDate to, String project, String bearer, String status) throws Exception {
        return replay(new Selection(from, to, project, bearer, null, status, null, null, null))
                .tallies()
                .replayed();
    }

    @Test
    @DisplayName("comes to the same in the end when it was broken off again and again")
    void brokenOff() throws Exception {
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            for (int i = 0; i < 60; i++) {
                log.decide(NO_DAY, Language.ZH);
                if (i % 5 == 0) {
                    recordChanged(log, "\"daysLate\":21", "\"daysLate\":" + i);
                }
            }
        }
        Told whole = replay(ALL);
        assertThat(whole.findings()).hasSize(12);
        Path resume = temporary.resolve("progress");
        int breaks = 0;
        Told told = null;
        while (told == null) {
            try {
                told = replay(ALL, Privacy.NONE, resume, 2);
            } catch (BrokenOff e) {
                breaks++;
                assertThat(resume).exists();
            }
        }
        assertThat(breaks).isGreaterThan(1);
        assertThat(told).usingRecursiveComparison().isEqualTo(whole);
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("progress")))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("does not go on from the progress of another replay")
    void otherProgress() throws Exception {
        Path resume = Files.writeString(temporary.resolve("progress"), "{}");
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
        }
        assertThatThrownBy(() -> replay(ALL, Privacy.NONE, resume, 9)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("of encrypted names needs no key to compare all but the names, and with the key compares those too")
    void encrypted() throws Exception {
        Privacy privacy = Privacy.of(List.of("/projects/*/name"), Keys.parse(Keys.fresh()));
        UUID id = UUID.randomUUID();
        try (RecordedLog log = new RecordedLog(location)) {
            log.inForce(shipped(), SHIPPED);
            Privacy.Stored stored = privacy.store(
                    id,
                    NO_DAY.getBytes(StandardCharsets.UTF_8),
                    answer(id, NO_DAY).getBytes(StandardCharsets.UTF_8));
            log.record(new Draft(
                    Kind.DECISION,
                    id,
                    new Caller("case", KnownBy.CLIENT_ID),
                    ShippedRules.RULESET.version(),
                    0,
                    1,
                    stored.request(),
                    stored.answer(),
                    stored.hidden()));
        }
        Tallies.State without = replay(ALL).tallies();
        assertThat(without.equal()).isEqualTo(1);
        assertThat(without.withoutNames()).isEqualTo(1);
        Tallies.State with = replay(ALL, privacy, null, Integer.MAX_VALUE).tallies();
        assertThat(with.equal()).isEqualTo(1);
        assertThat(with.withoutNames()).isZero();
    }
}
