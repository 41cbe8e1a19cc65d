package cn.jinniu.bangban.log.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal")
class JournalTest {
    private static final int SEGMENT = 16 * 1024;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private Disk disk;
    private Journal journal;
    private Head head;
    private final List<Long> acknowledged = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        reopen();
    }

    private Recovered reopen() throws IOException {
        Recovered recovered = Journal.read(folder);
        Head found = recovered.head();
        head = found == null ? Head.none(1) : found;
        disk = new Disk();
        journal = Journal.open(folder, recovered, SEGMENT, disk::open);
        journal.begin(head);
        return recovered;
    }

    private List<Kept> batch(int entries, int size) {
        List<Kept> batch = new ArrayList<>();
        Head at = head;
        for (int i = 0; i < entries; i++) {
            byte[] request = new byte[size];
            random.nextBytes(request);
            Draft draft = new Draft(
                    Kind.DECISION,
                    new UUID(random.nextLong(), random.nextLong()),
                    new Caller("c", KnownBy.ADDRESS),
                    "v",
                    0,
                    1,
                    request,
                    request,
                    null);
            Entry entry = Chain.follow(at, 1, draft, Chain.digest(draft));
            batch.add(new Kept(entry, i == 0 ? request : null));
            at = Head.of(entry);
        }
        return batch;
    }

    private void append(List<Kept> batch) throws IOException {
        journal.append(head, batch);
        batch.forEach(kept -> acknowledged.add(kept.entry().place()));
        head = Head.of(batch.get(batch.size() - 1).entry());
    }

    private List<Long> places(Recovered recovered) {
        return recovered.entries().stream().map(kept -> kept.entry().place()).toList();
    }

    @Test
    @DisplayName("keeps what was acknowledged whenever the power goes, and nothing that is only half there")
    void power() throws IOException {
        for (int loss = 0; loss < 200; loss++) {
            int batches = random.nextInt(5);
            for (int i = 0; i < batches; i++) {
                append(batch(1 + random.nextInt(4), random.nextInt(1500)));
            }
            List<Kept> lost = batch(1 + random.nextInt(4), 1 + random.nextInt(1500));
            writeUnforced(lost);
            disk.losePower(random);
            Recovered recovered = reopen();
            List<Long> found = places(recovered);
            assertThat(found).as("loss " + loss).startsWith(acknowledged.toArray(Long[]::new));
            // What was not acknowledged may be there all the same, but only whole.
            assertThat(found.size() - acknowledged.size()).isIn(0, lost.size());
            acknowledged.clear();
            acknowledged.addAll(found);
        }
    }

    /** Appends, and loses the power in the midst of it. */
    private void writeUnforced(List<Kept> batch) throws IOException {
        disk.stopForcing();
        try {
            journal.append(head, batch);
        } catch (IOException powerGone) {
            assertThat(powerGone).hasMessageContaining("power");
        }
    }

    @Test
    @DisplayName("drops a last write that is cut or garbled at any byte, and keeps all before it")
    void torn() throws IOException {
        append(batch(2, 50));
        append(batch(1, 50));
        Path file = only();
        byte[] before = Files.readAllBytes(file);
        append(batch(2, 30));
        byte[] whole = Files.readAllBytes(file);
        int from = Arrays.mismatch(before, whole);
        int to = whole.length;
        while (whole[to - 1] == 0) {
            to--;
        }
        assertThat(to - from).isGreaterThan(100);
        for (int at = from; at < to; at++) {
            byte[] cut = whole.clone();
            Arrays.fill(cut, at, to, (byte) 0);
            assertTorn(file, cut, "cut at " + at);
            byte[] late = whole.clone();
            Arrays.fill(late, from, at + 1, (byte) 0);
            assertTorn(file, late, "only the end from " + at);
            byte[] garbled = whole.clone();
            for (int i = at; i < to; i++) {
                garbled[i] = (byte) random.nextInt();
            }
            assertTorn(file, garbled, "garbled from " + at);
        }
        Files.write(file, whole);
        assertThat(places(Journal.read(folder))).hasSize(5);
        assertThat(Journal.read(folder).torn()).isNull();
    }

    private void assertTorn(Path file, byte[] bytes, String how) throws IOException {
        Files.write(file, bytes);
        Recovered recovered = Journal.read(folder);
        if (recovered.entries().size() != 5) { // the last bytes may be zeros by themselves
            assertThat(places(recovered)).as(how).isEqualTo(acknowledged.subList(0, 3));
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .reduce((a, b) -> {
                        throw new AssertionError(a + " and " + b);
                    })
                    .orElseThrow();
        }
    }

    @Test
    @DisplayName("goes on behind a failed append as if it had not been tried, also when its bytes did reach the disk")
    void failed() throws IOException {
        append(batch(2, 100));
        List<Kept> lost = batch(2, 100);
        writeUnforced(lost);
        disk.losePower(random);
        disk = new Disk();
        journal = Journal.open(folder, Journal.read(folder), SEGMENT, disk::open);
        journal.begin(head);
        append(batch(3, 100));
        assertThat(places(Journal.read(folder))).isEqualTo(acknowledged);
    }

    @Test
    @DisplayName("that was being begun when the power went is no damage, however far that had come")
    void begun() throws IOException {
        append(batch(1, 10));
        Path next = folder.resolve("journal-000000000002.log");
        byte[] first = Files.readAllBytes(only());
        for (int size : new int[] {0, 10, SegmentHeader.LENGTH, SegmentHeader.LENGTH + 1, SEGMENT}) {
            Files.write(next, new byte[size]);
            assertThat(places(Journal.read(folder))).as("size " + size).isEqualTo(acknowledged);
        }
        byte[] half = new byte[SEGMENT];
        System.arraycopy(first, 0, half, 0, SegmentHeader.LENGTH / 2);
        Files.write(next, half);
        assertThat(places(Journal.read(folder))).isEqualTo(acknowledged);
    }

    @Test
    @DisplayName("lets go of what is kept elsewhere, and of nothing else")
    void released() throws IOException {
        for (int i = 0; i < 40; i++) {
            append(batch(2, 300));
        }
        assertThat(count()).isGreaterThan(2);
        journal.release(acknowledged.get(20));
        assertThat(places(Journal.read(folder))).containsAll(acknowledged.subList(21, acknowledged.size()));
        journal.release(acknowledged.get(acknowledged.size() - 1));
        assertThat(count()).isEqualTo(1);
        assertThat(Journal.read(folder).head().place()).isEqualTo(acknowledged.get(acknowledged.size() - 1));
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }
}
