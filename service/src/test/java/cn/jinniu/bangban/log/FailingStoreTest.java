package cn.jinniu.bangban.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.store.EntryStore;
import cn.jinniu.bangban.log.store.StoreFailed;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A writer of the log whose store fails")
class FailingStoreTest {
    private static final int ROOM = 1 << 20;

    /** Keeps entries in memory, and fails as it is told. */
    private static final class Store implements EntryStore {
        private final Semaphore room = new Semaphore(ROOM);
        private final List<Entry> kept = new ArrayList<>();
        private final Random random = new Random(4);
        private volatile int failing;
        private volatile boolean down;

        @Override
        public synchronized Head claim() throws StoreFailed {
            if (down) {
                throw new StoreFailed("停了", "down");
            }
            return kept.isEmpty() ? Head.none(1) : Head.of(kept.get(kept.size() - 1));
        }

        @Override
        public synchronized void append(Head head, List<Kept> batch) throws StoreFailed {
            boolean fails = down || random.nextInt(100) < failing;
            if (!fails || random.nextBoolean() && !down) {
                assertThat(claim().hash()).isEqualTo(head.hash());
                batch.forEach(one -> kept.add(one.entry()));
                batch.forEach(one -> room.release(Math.min(ROOM, one.size())));
            }
            if (fails) {
                throw new StoreFailed("没有回应", "no answer"); // whether it was kept or not
            }
        }

        @Override
        public synchronized boolean tookAfterAll(List<Kept> batch) {
            return kept.contains(batch.get(batch.size() - 1).entry());
        }

        @Override
        public List<Entry> pending() {
            return List.of();
        }

        @Override
        public @Nullable Text trouble() {
            return null;
        }

        @Override
        public void close() {}

        LogWriter writer() {
            return new LogWriter(this, Head.none(1), null, Drafts.CLOCK, room, ROOM);
        }
    }

    @Test
    @DisplayName("keeps each decision once, whether the store kept it and could not say so or did not keep it")
    void doubtful() throws Exception {
        Store store = new Store();
        store.failing = 30;
        List<Receipt> receipts = new ArrayList<>();
        List<Entry> acknowledged = new ArrayList<>();
        try (LogWriter writer = store.writer()) {
            for (int i = 0; i < 400; i++) {
                receipts.add(writer.take(Drafts.decision("{\"n\":" + i + "}"), null, null));
                if (i % 3 == 0) {
                    for (Receipt receipt : receipts) {
                        acknowledged.add(receipt.await());
                    }
                    receipts.clear();
                }
            }
            for (Receipt receipt : receipts) {
                acknowledged.add(receipt.await());
            }
        }
        assertThat(Drafts.ids(store.kept)).doesNotHaveDuplicates().isEqualTo(Drafts.ids(acknowledged));
        byte[] before = Head.none(1).hash();
        for (Entry entry : store.kept) {
            byte[] hash = Chain.hash(before, entry.place(), entry.at(), Chain.digest(entry.draft()));
            assertThat(Arrays.equals(hash, entry.hash())).isTrue();
            before = entry.hash();
        }
    }

    @Test
    @DisplayName("refuses while it is down, says why, and goes on by itself")
    void down() throws Exception {
        Store store = new Store();
        try (LogWriter writer = store.writer()) {
            writer.take(Drafts.decision("{}"), null, null).await();
            store.down = true;
            Receipt lost = writer.take(Drafts.decision("{}"), null, null);
            assertThatThrownBy(lost::await).isInstanceOf(LogUnavailable.class);
            Eventually.that(() -> writer.trouble() != null);
            assertThat(writer.trouble().zh()).contains("停了");
            assertThatThrownBy(() -> writer.take(Drafts.decision("{}"), null, null))
                    .hasMessageContaining("down");
            store.down = false;
            Eventually.that(() -> writer.trouble() == null);
            writer.take(Drafts.decision("{}"), null, null).await();
        }
        assertThat(store.kept).hasSize(2);
        assertThat(store.room.availablePermits()).as("nothing is held any more").isEqualTo(ROOM);
    }
}
