package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.Receipt;
import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Language;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Writes a decision log as the service does: rulesets as they come into force, and decisions by the last of them. */
public final class RecordedLog implements AutoCloseable {
    /** Where the log's first entry is written. */
    public static final Instant BEGIN = Instant.parse("2026-03-26T01:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Deque<Receipt> receipts = new ArrayDeque<>();
    private final DecisionLog log;
    private DecisionDesk desk;
    private volatile Instant now = BEGIN;

    public RecordedLog(LogLocation location) {
        log = DecisionLog.open(location, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        log.started();
    }

    /** Lets time pass; all that was recorded has been written by then. */
    public void pass(Duration time) throws LogUnavailable {
        settle(0);
        now = now.plus(time);
    }

    /** Puts a ruleset into force. */
    public RecordedLog inForce(RulesetSource source) throws LogUnavailable, RulesetRefused {
        return inForce(source, new DecisionDesk(Ruleset.load(source)));
    }

    /** Puts a ruleset into force that was compiled before. */
    public RecordedLog inForce(RulesetSource source, DecisionDesk by) throws LogUnavailable {
        archive(source);
        desk = by;
        return this;
    }

    /** Archives a ruleset as one that was in force, and decides nothing by it. */
    public void archive(RulesetSource source) throws LogUnavailable {
        archive(source.version(), RulesetZip.of(source));
    }

    /** Archives whatever files as those of a ruleset. */
    public void archive(String version, byte[] zip) throws LogUnavailable {
        log.keep(
                        RulesetDraft.of("jinniu-key-projects", version, "rules", "test", zip)
                                .draft(),
                        zip)
                .await();
    }

    /** Decides, and records it. */
    public UUID decide(String request, Language language) throws LogUnavailable {
        Draft draft = decided(request, language);
        record(draft);
        return draft.id();
    }

    /** Decides, and records nothing yet. */
    public Draft decided(String request, Language language) {
        byte[] json = request.getBytes(StandardCharsets.UTF_8);
        Answer answer = desk.answer(json, LocalDate.ofInstant(now, ZONE));
        UUID id = UUID.randomUUID();
        byte[] body = desk.bytes(((Answer.Decided) answer).decision(), id.toString(), language);
        return draft(id, desk.ruleset().version(), json, body, language);
    }

    /** The same decision by an id that says when it was made, as the service's do. */
    public Draft named(Draft draft, Instant at) {
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, 1L << 63);
        String answer = new String(Packing.unpack(draft.answer()), StandardCharsets.UTF_8);
        return draft(
                id,
                draft.ruleset(),
                Packing.unpack(draft.request()),
                answer.replace(draft.id().toString(), id.toString()).getBytes(StandardCharsets.UTF_8),
                Language.values()[draft.language()]);
    }

    /** Records whatever is given. */
    public void record(UUID id, String ruleset, byte[] request, byte[] answer, Language language)
            throws LogUnavailable {
        record(draft(id, ruleset, request, answer, language));
    }

    private static Draft draft(UUID id, String ruleset, byte[] request, byte[] answer, Language language) {
        return new Draft(
                Kind.DECISION,
                id,
                new Caller("区住建和交通局项目系统", KnownBy.CLIENT_ID),
                ruleset,
                language.ordinal(),
                250_000,
                Packing.pack(request),
                Packing.pack(answer),
                null);
    }

    public void record(Draft draft) throws LogUnavailable {
        receipts.add(log.keep(draft));
        settle(4096);
    }

    /** Waits until those who look can see so many entries. */
    public void untilReadable(int entries) {
        Awaitility.await().until(() -> {
            LogDatabase database = log.database();
            if (database == null) {
                return false;
            }
            try (Connection connection = database.connect()) {
                return Place.number(EntryTable.head(connection, 1).place()) >= entries;
            }
        });
    }

    private void settle(int most) throws LogUnavailable {
        while (receipts.size() > most) {
            receipts.remove().await();
        }
    }

    @Override
    public void close() throws LogUnavailable {
        settle(0);
        log.close();
    }
}
