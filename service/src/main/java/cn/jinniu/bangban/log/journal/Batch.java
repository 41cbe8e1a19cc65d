package cn.jinniu.bangban.log.journal;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.EntryBytes;
import cn.jinniu.bangban.log.record.Kept;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Entries that were written together, as bytes: length, checksum, then for each entry place, time, hash, content and
 * attachment. The checksum covers the segment's own number, so that nothing of an older file passes for one of these.
 */
final class Batch {
    /** Length and checksum. */
    static final int HEADER = 2 * Integer.BYTES;

    private static final int PER_ENTRY = 2 * Long.BYTES + Chain.HASH_LENGTH + 2 * Integer.BYTES;

    private Batch() {}

    static ByteBuffer bytes(List<Kept> batch, long segment) {
        List<byte[]> drafts = new ArrayList<>(batch.size());
        int size = HEADER;
        for (Kept kept : batch) {
            byte[] draft = EntryBytes.of(kept.entry().draft());
            drafts.add(draft);
            byte[] attachment = kept.attachment();
            size = Math.addExact(size, PER_ENTRY + draft.length + (attachment == null ? 0 : attachment.length));
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(size - HEADER).putInt(0);
        for (int i = 0; i < batch.size(); i++) {
            Entry entry = batch.get(i).entry();
            byte[] attachment = batch.get(i).attachment();
            out.putLong(entry.place()).putLong(entry.at()).put(entry.hash());
            out.putInt(drafts.get(i).length).put(drafts.get(i));
            out.putInt(attachment == null ? -1 : attachment.length);
            if (attachment != null) {
                out.put(attachment);
            }
        }
        out.putInt(Integer.BYTES, checksum(out.array(), HEADER, size - HEADER, segment));
        return out.flip();
    }

    /** The entries of the batch that begins at an offset; null when none does. */
    static @Nullable List<Kept> read(ByteBuffer file, int offset, long segment) {
        int length = length(file, offset);
        if (length <= 0 || length > file.capacity() - offset - HEADER) {
            return null;
        }
        byte[] payload = new byte[length];
        file.get(offset + HEADER, payload);
        if (checksum(payload, 0, length, segment) != file.getInt(offset + Integer.BYTES)) {
            return null;
        }
        return entries(ByteBuffer.wrap(payload));
    }

    /** What is said about the length of the batch that begins at an offset; 0 where nothing was written. */
    static int length(ByteBuffer file, int offset) {
        return offset + HEADER > file.capacity() ? 0 : file.getInt(offset);
    }

    private static @Nullable List<Kept> entries(ByteBuffer in) {
        List<Kept> batch = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                long place = in.getLong();
                long at = in.getLong();
                byte[] hash = new byte[Chain.HASH_LENGTH];
                in.get(hash);
                byte[] draft = new byte[in.getInt()];
                in.get(draft);
                int attached = in.getInt();
                byte[] attachment = attached < 0 ? null : new byte[attached];
                if (attachment != null) {
                    in.get(attachment);
                }
                batch.add(new Kept(new Entry(place, at, EntryBytes.draft(ByteBuffer.wrap(draft)), hash), attachment));
            }
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            return null; // the checksum held by chance
        }
        return batch;
    }

    private static int checksum(byte[] bytes, int offset, int length, long segment) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, segment));
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
