package cn.jinniu.bangban.log.journal;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import cn.jinniu.bangban.log.record.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the segments of a journal hold.
 *
 * @param base the entry the first of them follows; null when there is no segment
 * @param entries in order, each hash checked
 * @param torn the segment whose last batch was not written whole; null when all were
 */
public record Recovered(
        @Nullable Head base, List<Kept> entries, @Nullable Path torn) {
    /** How far behind a broken batch the next one is looked for, in places. */
    private static final long NEAR = 1_000_000;

    /** The last entry, or the one before the first where there are none; null when there is no segment. */
    public @Nullable Head head() {
        return entries.isEmpty()
                ? base
                : Head.of(entries.get(entries.size() - 1).entry());
    }

    /**
     * Reads segments.
     *
     * @param files in the order in which they were begun
     * @throws JournalDamaged when more is broken than the end of the last one
     */
    static Recovered read(List<Path> files) throws IOException {
        List<Kept> entries = new ArrayList<>();
        Head base = null;
        Path torn = null;
        for (Path file : files) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            SegmentHeader header = SegmentHeader.read(bytes);
            boolean last = file.equals(files.get(files.size() - 1));
            if (header == null) {
                if (!isBlank(bytes, 0) && !wasBeingBegun(bytes)) {
                    throw new JournalDamaged(file, "开头损坏", "its beginning is broken");
                }
                torn = last ? file : torn; // nothing was written to it yet, and nothing rests on it
                continue;
            }
            base = base == null ? header.base() : base;
            dropBehind(header.base(), entries);
            if (!Arrays.equals(headOf(base, entries).hash(), header.base().hash())) {
                throw new JournalDamaged(file, "与前一个文件不衔接", "it does not follow the one before it");
            }
            if (!readBatches(file, bytes, header, entries)) {
                if (bytes.capacity() < header.size() || holdsBatchBehind(bytes, header, entries)) {
                    throw brokenBehind(file, headOf(base, entries));
                }
                torn = last ? file : torn; // of an older one the rest was written anew
            }
        }
        return new Recovered(base, List.copyOf(entries), torn);
    }

    private static boolean wasBeingBegun(ByteBuffer bytes) {
        return bytes.capacity() > SegmentHeader.LENGTH && isBlank(bytes, SegmentHeader.LENGTH);
    }

    private static JournalDamaged brokenBehind(Path file, Head head) {
        long number = Place.number(head.place());
        return new JournalDamaged(
                file, "第 " + number + " 条以后的内容损坏", "the entries behind number " + number + " are broken");
    }

    private static Head headOf(Head base, List<Kept> entries) {
        return entries.isEmpty()
                ? base
                : Head.of(entries.get(entries.size() - 1).entry());
    }

    /** A segment that was begun after a failed write holds again what the failed write was to hold. */
    private static void dropBehind(Head base, List<Kept> entries) {
        while (!entries.isEmpty() && entries.get(entries.size() - 1).entry().place() > base.place()) {
            entries.remove(entries.size() - 1);
        }
    }

    /** Whether all batches were whole. */
    private static boolean readBatches(Path file, ByteBuffer bytes, SegmentHeader header, List<Kept> entries)
            throws JournalDamaged {
        int at = SegmentHeader.LENGTH;
        Head head = header.base();
        while (Batch.length(bytes, at) != 0) {
            List<Kept> batch = Batch.read(bytes, at, header.segment());
            if (batch == null) {
                return false;
            }
            for (Kept kept : batch) {
                head = checked(file, head, kept.entry());
                entries.add(kept);
            }
            at += Batch.HEADER + Batch.length(bytes, at);
        }
        // A file that was closed ends with its last batch.
        return bytes.capacity() < header.size() ? at == bytes.capacity() : isBlank(bytes, at);
    }

    private static boolean isBlank(ByteBuffer bytes, int from) {
        for (int i = from; i < bytes.capacity(); i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Head checked(Path file, Head head, Entry entry) throws JournalDamaged {
        byte[] hash = Chain.hash(head.hash(), entry.place(), entry.at(), Chain.digest(entry.draft()));
        if (entry.place() != head.place() + 1 || !Arrays.equals(hash, entry.hash())) {
            long number = Place.number(entry.place());
            throw new JournalDamaged(
                    file, "第 " + number + " 条与前一条不衔接", "number " + number + " does not follow the one before it");
        }
        return Head.of(entry);
    }

    /** Whether a whole batch stands anywhere behind the last one that could be read. A crash leaves none there. */
    private static boolean holdsBatchBehind(ByteBuffer bytes, SegmentHeader header, List<Kept> entries) {
        long last = headOf(header.base(), entries).place();
        for (int at = SegmentHeader.LENGTH; at + Batch.HEADER + Long.BYTES <= bytes.capacity(); at++) {
            long place = bytes.getLong(at + Batch.HEADER);
            if (place > last && place < last + NEAR && Batch.read(bytes, at, header.segment()) != null) {
                return true;
            }
        }
        return false;
    }
}
