package cn.jinniu.bangban.log.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.find.MadeUp.World;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.LogDatabase;
import cn.jinniu.bangban.log.store.LogLocation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Finding decisions on the log")
class FindingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final World WORLD = new World(40, 8, 9, 3, 4);
    /** Small, so that little makes blocks of every level. */
    private static final int BLOCK = 16;

    @TempDir
    Path temporary;

    private final Random random = new Random(20260326);
    /** All that was acknowledged, the oldest first, with the day it was served. */
    private final List<Kept> all = new ArrayList<>();

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    private record Kept(MadeUp decision, Entry entry, LocalDate day) {}

    /** Goes on by itself, some minutes at a time. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    @DisplayName("in a folder gives what a walk through all of them gives")
    void folder() throws Exception {
        LogLocation location = new LogLocation.Folder(temporary.resolve("log"));
        try (DecisionLog log = DecisionLog.open(location, clock)) {
            assertThatThrownBy(log::finder).isInstanceOf(LogUnavailable.class);
            log.started();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> log.database() != null);
            grow(log, List.of(log));
        }
        try (DecisionLog again = DecisionLog.open(location, clock)) {
            again.started();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> again.database() != null);
            compare(again.finder(), 60);
        }
    }

    @Test
    @DisplayName("in PostgreSQL gives the same, of all replicas' chains together")
    void server() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            LogLocation.Server location =
                    new LogLocation.Server(postgres.getJdbcUrl("postgres", "postgres"), null, null);
            try (DecisionLog one = DecisionLog.open(location, clock);
                    DecisionLog other = DecisionLog.open(location, clock);
                    DecisionLog third = DecisionLog.open(location, clock)) {
                grow(one, List.of(one, other, third));
            }
        }
    }

    private void grow(DecisionLog log, List<DecisionLog> writers) throws Exception {
        LogDatabase database = Objects.requireNonNull(log.database());
        for (int round = 0; round < 6; round++) {
            // As a start finds it: nothing in memory.
            LogIndex index = new LogIndex(List::of, BLOCK);
            Finder small = new Finder(database, index, List::of);
            for (int i = 0; i < 150; i++) {
                keep(writers.get(random.nextInt(writers.size())));
            }
            for (DecisionLog each : writers) {
                compare(each.finder(), 8);
            }
            awaitAllStored(database);
            compare(small, 6);
            try (Indexer indexer = new Indexer(index, () -> database)) {
                indexer.all(database, entries -> {});
            }
            compare(small, 40);
            compare(log.finder(), 5);
        }
        walkWhileItGrows(database, writers);
        assertLevels(database, writers.size());
        changeAndMend(database);
    }

    private void keep(DecisionLog log) throws LogUnavailable {
        now = now.plus(Duration.ofMinutes(random.nextInt(60)));
        MadeUp decision = WORLD.decision(random, LocalDate.of(2026, 3, 1));
        Draft draft = decision.draft();
        Entry entry = (random.nextBoolean() ? log.keep(draft, decision.terms(draft)) : log.keep(draft)).await();
        all.add(new Kept(decision, entry, LocalDate.ofInstant(now, SHANGHAI)));
    }

    private void awaitAllStored(LogDatabase database) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> new Finder(database, new LogIndex(List::of), List::of)
                                .of(all.get(all.size() - 1).entry().draft().id())
                        != null);
    }

    private void compare(Finder finder, int filters) throws Exception {
        for (int i = 0; i < filters; i++) {
            Filter filter = filter();
            List<UUID> expected = expected(filter);
            assertThat(pages(finder, filter, 1 + random.nextInt(40), () -> {}))
                    .as("%s", filter)
                    .containsExactlyElementsOf(expected);
        }
        UUID id = all.get(random.nextInt(all.size())).entry().draft().id();
        assertThat(Objects.requireNonNull(finder.of(id)).draft().id()).isEqualTo(id);
        assertThat(finder.of(new UUID(1, 2))).isNull();
    }

    private Filter filter() {
        LocalDate day = all.get(random.nextInt(all.size())).day();
        MadeUp like = all.get(random.nextInt(all.size())).decision();
        Told told = like.told().get(random.nextInt(like.told().size()));
        return new Filter(
                sometimes(like.projects().get(0)),
                sometimes(random.nextInt(4) == 0 ? World.bearer(random.nextInt(8)) : told.bearer()),
                sometimes(random.nextInt(4) == 0 ? World.code(random.nextInt(9)) : told.code()),
                sometimes(random.nextInt(4) == 0 ? "SUSPENDED" : told.status()),
                sometimes(told.clause()),
                random.nextInt(3) == 0 ? day : null,
                random.nextInt(3) == 0 ? day.plusDays(random.nextInt(3)) : null,
                random.nextInt(5) == 0 ? like.ruleset() : null,
                random.nextInt(5) == 0 ? like.caller() : null);
    }

    private @Nullable String sometimes(@Nullable String value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private List<UUID> expected(Filter filter) {
        return all.stream()
                .filter(kept -> kept.decision().meets(filter, kept.day()))
                .map(Kept::entry)
                .sorted(Finder.NEWEST_FIRST)
                .map(entry -> entry.draft().id())
                .toList();
    }

    private interface Between {
        void pages() throws Exception;
    }

    private static List<UUID> pages(Finder finder, Filter filter, int size, Between between) throws Exception {
        List<UUID> given = new ArrayList<>();
        String cursor = null;
        do {
            Search search = finder.search(filter, cursor, size);
            for (int i = 0; i < size; i++) {
                Entry next = search.next();
                if (next != null) {
                    given.add(next.draft().id());
                }
            }
            cursor = search.cursor();
            between.pages();
        } while (cursor != null);
        return given;
    }

    private void walkWhileItGrows(LogDatabase database, List<DecisionLog> writers) throws Exception {
        LogIndex index = new LogIndex(List::of, BLOCK);
        for (int i = 0; i < 6; i++) {
            Filter filter = i == 0 ? Filter.ALL : filter();
            awaitAllStored(database);
            List<UUID> before = expected(filter);
            Set<UUID> later = new HashSet<>();
            List<UUID> given = pages(new Finder(database, index, List::of), filter, 30, () -> {
                for (int n = 0; n < 12; n++) {
                    keep(writers.get(random.nextInt(writers.size())));
                    later.add(all.get(all.size() - 1).entry().draft().id());
                }
                new Indexer(index, () -> database).all(database, entries -> {});
            });
            assertThat(given).doesNotHaveDuplicates();
            given.removeAll(later);
            assertThat(given).as("%s", filter).containsExactlyElementsOf(before);
        }
    }

    private static void assertLevels(LogDatabase database, int chains) throws Exception {
        try (var connection = database.connect()) {
            Set<Integer> levels = new HashSet<>();
            for (int chain = 1; chain <= chains; chain++) {
                BlockTable.live(connection, chain).forEach(block -> levels.add(block.level()));
                assertThat(BlockTable.retired(connection, chain)).isEmpty();
            }
            assertThat(levels).contains(1);
        }
    }

    private void changeAndMend(LogDatabase database) throws Exception {
        awaitAllStored(database);
        try (var connection = database.connect()) {
            List<Long> wrong = new ArrayList<>();
            BlockCheck.of(connection, place -> wrong.add(Place.number(place)));
            assertThat(wrong).isEmpty();
            Block block = BlockTable.live(connection, 1).get(0);
            BlockTable.Page page = BlockTable.pages(connection, block, -1, 1).get(0);
            page.postings()[page.postings().length / 2] ^= 1;
            try (var update =
                    connection.prepareStatement("UPDATE block_page SET postings = ? WHERE block = ? AND term = 0")) {
                update.setBytes(1, page.postings());
                update.setLong(2, block.id());
                update.executeUpdate();
            }
            BlockCheck.of(connection, place -> wrong.add(Place.number(place)));
            assertThat(wrong).containsExactly(Place.number(block.first()));
            LogIndex index = new LogIndex(List::of, BLOCK);
            compare(new Finder(database, index, List::of), 0);
            new Indexer(index, () -> database).anew(database, entries -> {});
            BlockCheck.of(connection, place -> wrong.add(Place.number(place)));
            assertThat(wrong).hasSize(1);
            compare(new Finder(database, index, List::of), 10);
        }
    }

    @Test
    @DisplayName("refuses a cursor that was changed, or that belongs to another search")
    void cursors() throws Exception {
        try (DecisionLog log = DecisionLog.open(new LogLocation.Folder(temporary.resolve("log")), clock)) {
            log.started();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> log.database() != null);
            for (int i = 0; i < 5; i++) {
                keep(log);
            }
            Search search = log.finder().search(Filter.ALL, null, 2);
            search.next();
            String cursor = search.cursor();
            Filter other = new Filter(null, null, null, null, null, null, null, null, "系统 1");
            for (String bad : List.of("", "?", "AAAA", cursor + "A", cursor.toLowerCase(java.util.Locale.ROOT))) {
                assertThatThrownBy(() -> log.finder().search(Filter.ALL, bad, 2))
                        .isInstanceOf(Finder.BadCursor.class);
            }
            assertThatThrownBy(() -> log.finder().search(other, cursor, 2)).isInstanceOf(Finder.BadCursor.class);
        }
    }
}
