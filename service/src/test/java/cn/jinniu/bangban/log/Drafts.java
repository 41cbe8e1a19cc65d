package cn.jinniu.bangban.log;

import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Made-up entries. */
final class Drafts {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-26T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    static final String CALLER = "住建局";

    /** Rules that nobody decides by. */
    private static final RulesetSource RULES =
            RulesetSource.of(Map.of("made-up.yaml", "# none\n".getBytes(StandardCharsets.UTF_8)));

    private Drafts() {}

    /** Keeps the ruleset that decisions name. */
    static Entry ruleset(DecisionLog log) throws LogUnavailable {
        byte[] zip = RulesetZip.of(RULES);
        return log.keep(
                        RulesetDraft.of("made-up", RULES.version(), "nowhere", "tests", zip)
                                .draft(),
                        zip)
                .await();
    }

    static Draft decision(String request) {
        return new Draft(
                Kind.DECISION,
                UUID.randomUUID(),
                new Caller(CALLER, KnownBy.CLIENT_ID),
                RULES.version(),
                0,
                250_000,
                Packing.pack(request.getBytes(StandardCharsets.UTF_8)),
                Packing.pack("{\"obligations\":[],\"alerts\":[]}".getBytes(StandardCharsets.UTF_8)),
                null);
    }

    /** One with a body of its own. */
    static Draft large(byte[] body) {
        Draft whole = decision("{}");
        return new Draft(
                whole.kind(),
                whole.id(),
                whole.caller(),
                whole.ruleset(),
                whole.language(),
                whole.nanoseconds(),
                Packing.pack(body),
                whole.answer(),
                null);
    }

    /** One with something that was cut out of it. */
    static Draft hiding(String request) {
        Draft whole = decision(request);
        return new Draft(
                whole.kind(),
                whole.id(),
                whole.caller(),
                whole.ruleset(),
                whole.language(),
                whole.nanoseconds(),
                whole.request(),
                whole.answer(),
                new byte[] {1, 2, 3});
    }

    /** Keeps a ruleset and decisions from some callers at once, and gives what was acknowledged. */
    static List<Entry> keep(DecisionLog log, int callers, int each) throws Exception {
        Entry ruleset = ruleset(log);
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<List<Entry>>> running = IntStream.range(0, callers)
                    .mapToObj(caller -> pool.submit(() -> keep(log, caller + "-", each)))
                    .toList();
            List<Entry> all = new ArrayList<>(List.of(ruleset));
            for (Future<List<Entry>> one : running) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Entry> keep(DecisionLog log, String name, int many) throws LogUnavailable {
        List<Entry> kept = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            kept.add(log.keep(decision("{\"n\":\"" + name + i + "\"}")).await());
        }
        return kept;
    }

    /** All entries of a chain, as the database has them. */
    static List<Entry> all(Connection connection, int chain) throws SQLException {
        return EntryTable.ascending(connection, Place.start(chain), Place.end(chain), Integer.MAX_VALUE);
    }

    static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.draft().id()).toList();
    }
}
