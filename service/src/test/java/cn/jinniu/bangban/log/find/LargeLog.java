package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.find.MadeUp.World;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.LogLocation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a large log and measures how long a page of each kind of search takes. Not a test: it takes minutes, and some ten
 * gigabytes. {@code service/finding.md} says how to run it, and what came of it.
 */
public final class LargeLog {
    private static final World WORLD = new World(20_000, 40, 30, 12, 1);
    private static final int PAGE = 50;
    private static final int TIMES = 300;
    private static final int BATCH = 1 << 11;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1_000);
    /** Sent in three requests only. */
    private static final String RARE_PROJECT = "JN-RARE";
    /** Called three times only. */
    private static final String RARE_CALLER = "审计";
    /** Owes much, and nothing of it is ever suspended. */
    private static final String NEVER_SUSPENDED = World.bearer(0);

    private LargeLog() {}

    /**
     * @param args where the log is to be, a folder or the URL of a PostgreSQL database; how many entries; and {@code keep}
     *     to measure a log that was made before
     */
    public static void main(String[] args) throws Exception {
        LogLocation location = args[0].startsWith("jdbc:")
                ? new LogLocation.Server(args[0], null, null)
                : new LogLocation.Folder(Files.createDirectories(Path.of(args[0])));
        if (args.length < 3) {
            begin(location);
        }
        try (LogAccess access = LogAccess.open(location)) {
            LogDatabase database = access.database();
            LogIndex index = new LogIndex(List::of);
            if (args.length < 3) {
                make(database, index, Long.parseLong(args[1]));
            }
            measure(new Finder(database, index, List::of), Long.parseLong(args[1]));
        }
    }

    /** Makes a log with its chain, as a service does that decides once. */
    private static void begin(LogLocation location) throws Exception {
        Draft first = WORLD.decision(new Random(1), LocalDate.of(2026, 3, 26)).draft();
        try (DecisionLog log = DecisionLog.open(location, Clock.fixed(BEGIN, ZoneOffset.UTC))) {
            log.started();
            log.keep(first).await();
        }
    }

    /** Of some thousands of decisions the same bodies are used again and again, with other ids and times. */
    private record Ready(MadeUp decision, Draft draft, FoundBy foundBy) {}

    private static Ready ready(MadeUp decision) {
        Draft draft = decision.draft();
        return new Ready(decision, draft, decision.terms(draft));
    }

    private static void make(LogDatabase database, LogIndex index, long many) throws Exception {
        Random random = new Random(10_000_000);
        List<Ready> ready = new ArrayList<>();
        while (ready.size() < 40_000) {
            MadeUp one = WORLD.decision(random, LocalDate.of(2026, 3, 26));
            boolean never = one.told().stream()
                    .anyMatch(told -> NEVER_SUSPENDED.equals(told.bearer()) && "SUSPENDED".equals(told.status()));
            if (!never) {
                ready.add(ready(one));
            }
        }
        Indexer indexer = new Indexer(index, () -> database);
        long began = System.nanoTime();
        try (Connection connection = database.connect()) {
            Head head = EntryTable.head(connection, 1);
            connection.setAutoCommit(false);
            for (long done = 0; done < many; done += BATCH) {
                List<Kept> batch = new ArrayList<>();
                for (long i = done; i < Math.min(done + BATCH, many); i++) {
                    Instant at = BEGIN.plus(SPAN.multipliedBy(i).dividedBy(many));
                    Ready one = rare(ready.get(random.nextInt(ready.size())), i, many);
                    Draft draft = draft(one.draft(), at, random, i * 200 / many);
                    long[] own = one.foundBy().own().clone();
                    own[
                                    Arrays.stream(own)
                                            .boxed()
                                            .toList()
                                            .indexOf(Terms.ruleset(one.draft().ruleset()))] =
                            Terms.ruleset(draft.ruleset());
                    Entry entry = Chain.follow(
                            head, ChronoUnit.MICROS.between(Instant.EPOCH, at), draft, Chain.digest(draft));
                    head = Head.of(entry);
                    batch.add(
                            new Kept(entry, null, new FoundBy(own, one.foundBy().answers())));
                }
                insert(connection, batch);
                connection.commit();
                index.took(batch);
                if (done / BATCH % 8 == 7) {
                    indexer.all(database, entries -> {});
                }
                if (done / BATCH % 200 == 0) {
                    tell("%,d entries, %d s", done, (System.nanoTime() - began) / 1_000_000_000);
                }
            }
        }
        indexer.all(database, entries -> {});
        tell("made %,d entries in %d s", many, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static Ready rare(Ready usual, long i, long many) {
        MadeUp like = usual.decision();
        if (i == many / 100 || i == many / 3 || i == many * 8 / 10) {
            return ready(new MadeUp(
                    like.id(), RARE_CALLER, like.ruleset(), like.asOf(), List.of(RARE_PROJECT), like.told()));
        }
        return usual;
    }

    private static Draft draft(Draft like, Instant at, Random random, long ruleset) {
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, random.nextLong() >>> 2 | Long.MIN_VALUE);
        return new Draft(
                Kind.DECISION,
                id,
                like.caller(),
                World.ruleset((int) ruleset),
                0,
                like.nanoseconds(),
                like.request(),
                like.answer(),
                null);
    }

    /** As the stores do. */
    private static void insert(Connection connection, List<Kept> batch) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO entry (place, at, kind, id, caller,"
                + " known_by, ruleset, language, nanoseconds, request, answer, hidden, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Kept kept : batch) {
                Entry entry = kept.entry();
                Draft draft = entry.draft();
                row.setLong(1, entry.place());
                row.setLong(2, entry.at());
                row.setInt(3, draft.kind().code());
                row.setObject(4, draft.id());
                row.setString(5, draft.caller().name());
                row.setInt(6, draft.caller().knownBy().code());
                row.setString(7, draft.ruleset());
                row.setInt(8, draft.language());
                row.setLong(9, draft.nanoseconds());
                row.setBytes(10, draft.request());
                row.setBytes(11, draft.answer());
                row.setBytes(12, draft.hidden());
                row.setBytes(13, entry.hash());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void measure(Finder finder, long many) throws Exception {
        Random random = new Random(1);
        LocalDate first = LocalDate.ofInstant(BEGIN, ZoneId.of("Asia/Shanghai"));
        Supplier<LocalDate> day = () -> first.plusDays(random.nextInt(1_000));
        Supplier<String> project = () -> WORLD.project((int) (20_000 * Math.pow(random.nextDouble(), 2.5)));
        Supplier<String> bearer = () -> World.bearer(random.nextInt(40));
        Supplier<String> code = () -> World.code(random.nextInt(30));
        Supplier<String> status = () -> MadeUp.STATUSES.get(random.nextInt(5));
        Supplier<String> clause = () -> World.clause(random.nextInt(30));
        Supplier<String> caller = () -> World.caller(random.nextInt(12));
        Supplier<String> ruleset = () -> World.ruleset(random.nextInt(200));
        Map<String, Supplier<Filter>> kinds = new LinkedHashMap<>();
        kinds.put("(nothing)", () -> Filter.ALL);
        kinds.put("project", () -> filter(project.get(), null, null, null, null, null, null, null, null));
        kinds.put("project, three in all", () -> filter(RARE_PROJECT, null, null, null, null, null, null, null, null));
        kinds.put("project, none", () -> filter("none", null, null, null, null, null, null, null, null));
        kinds.put("bearer", () -> filter(null, bearer.get(), null, null, null, null, null, null, null));
        kinds.put("code", () -> filter(null, null, code.get(), null, null, null, null, null, null));
        kinds.put("status", () -> filter(null, null, null, status.get(), null, null, null, null, null));
        kinds.put("clause", () -> filter(null, null, null, null, clause.get(), null, null, null, null));
        kinds.put("from, to: a day", () -> {
            LocalDate on = day.get();
            return filter(null, null, null, null, null, on, on, null, null);
        });
        kinds.put("ruleset", () -> filter(null, null, null, null, null, null, null, ruleset.get(), null));
        kinds.put("caller", () -> filter(null, null, null, null, null, null, null, null, caller.get()));
        kinds.put("caller, three in all", () -> filter(null, null, null, null, null, null, null, null, RARE_CALLER));
        kinds.put(
                "bearer, code, status",
                () -> filter(null, bearer.get(), code.get(), status.get(), null, null, null, null, null));
        kinds.put(
                "bearer, status: common, never together",
                () -> filter(null, NEVER_SUSPENDED, null, "SUSPENDED", null, null, null, null, null));
        kinds.put(
                "project, bearer, status",
                () -> filter(project.get(), bearer.get(), null, status.get(), null, null, null, null, null));
        kinds.put("project, from, to: a month", () -> {
            LocalDate on = day.get();
            return filter(project.get(), null, null, null, null, on, on.plusDays(30), null, null);
        });
        kinds.put(
                "caller, ruleset, code, clause",
                () -> filter(null, null, "DUTY_1", null, "3.0.1", null, null, ruleset.get(), caller.get()));
        kinds.put("all of them", () -> {
            LocalDate on = day.get();
            return filter(
                    project.get(),
                    bearer.get(),
                    code.get(),
                    status.get(),
                    clause.get(),
                    on,
                    on.plusDays(90),
                    ruleset.get(),
                    caller.get());
        });
        tell("| search | a page, median ms | p99 ms | CPU, median ms | CPU, p99 ms | entries |");
        tell("|---|---|---|---|---|---|");
        for (Map.Entry<String, Supplier<Filter>> kind : kinds.entrySet()) {
            measure(finder, kind.getKey(), kind.getValue());
        }
        pagesBehind(finder);
        ids(finder, many);
    }

    private static Filter filter(
            @Nullable String project,
            @Nullable String bearer,
            @Nullable String code,
            @Nullable String status,
            @Nullable String clause,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String ruleset,
            @Nullable String caller) {
        return new Filter(project, bearer, code, status, clause, from, to, ruleset, caller);
    }

    private static void measure(Finder finder, String name, Supplier<Filter> filters) throws Exception {
        long[] wall = new long[TIMES];
        long[] cpu = new long[TIMES];
        long given = 0;
        for (int i = -30; i < TIMES; i++) {
            Filter filter = filters.get();
            long began = System.nanoTime();
            long beganCpu = cpu();
            int found = page(finder.search(filter, null, PAGE + 1));
            if (i >= 0) {
                wall[i] = System.nanoTime() - began;
                cpu[i] = cpu() - beganCpu;
                given += found;
            }
        }
        tell(name, wall, cpu, given);
    }

    private static int page(Search search) throws SQLException {
        int found = 0;
        while (found < PAGE && search.next() != null) {
            found++;
        }
        search.cursor();
        return found;
    }

    private static void pagesBehind(Finder finder) throws Exception {
        long[] wall = new long[TIMES];
        long[] cpu = new long[TIMES];
        Filter filter = filter(null, World.bearer(3), null, "OVERDUE", null, null, null, null, null);
        String cursor = null;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            long beganCpu = cpu();
            Search search = finder.search(filter, cursor, PAGE + 1);
            page(search);
            cursor = search.cursor();
            wall[i] = System.nanoTime() - began;
            cpu[i] = cpu() - beganCpu;
        }
        tell("page behind page (bearer, status)", wall, cpu, (long) TIMES * PAGE);
    }

    private static void ids(Finder finder, long many) throws Exception {
        List<UUID> ids = new ArrayList<>();
        Search search = finder.search(
                filter(null, null, null, null, null, null, LocalDate.of(2025, 3, 1), null, null), null, 100);
        while (ids.size() < TIMES) {
            Entry entry = search.next();
            if (entry == null) {
                throw new IllegalStateException("too few of " + many);
            }
            ids.add(entry.draft().id());
        }
        long[] wall = new long[TIMES];
        long[] cpu = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            long beganCpu = cpu();
            if (finder.of(ids.get(i)) == null) {
                throw new IllegalStateException("not found");
            }
            wall[i] = System.nanoTime() - began;
            cpu[i] = cpu() - beganCpu;
        }
        tell("by id", wall, cpu, TIMES);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void tell(String name, long[] wall, long[] cpu, long given) {
        Arrays.sort(wall);
        Arrays.sort(cpu);
        tell(
                "| %s | %.2f | %.2f | %.2f | %.2f | %.0f |",
                name,
                wall[TIMES / 2] / 1e6,
                wall[TIMES * 99 / 100] / 1e6,
                cpu[TIMES / 2] / 1e6,
                cpu[TIMES * 99 / 100] / 1e6,
                (double) given / TIMES);
    }

    private static void tell(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
