package cn.jinniu.bangban.log.journal;

import cn.jinniu.bangban.log.record.Chain;
import cn.jinniu.bangban.log.record.Head;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How a segment begins.
 *
 * @param segment a number of its own
 * @param size bytes of the file while it is appended to; once it is closed, the file ends behind its last batch
 * @param base the entry its first one follows; what older segments hold behind that one does not count
 */
record SegmentHeader(long segment, long size, Head base) {
    static final int LENGTH = Integer.BYTES + 4 * Long.BYTES + Chain.HASH_LENGTH + Integer.BYTES;

    private static final int MAGIC = 0x42424A32; // BBJ2

    ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        out.putInt(MAGIC).putLong(segment).putLong(size);
        out.putLong(base.place()).putLong(base.at()).put(base.hash());
        return out.putInt(checksum(out.array())).flip();
    }

    /** Null where no segment begins. */
    static @Nullable SegmentHeader read(ByteBuffer file) {
        if (file.capacity() < LENGTH || file.getInt(0) != MAGIC) {
            return null;
        }
        byte[] bytes = new byte[LENGTH];
        file.get(0, bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes).position(Integer.BYTES);
        long segment = in.getLong();
        long size = in.getLong();
        long place = in.getLong();
        long at = in.getLong();
        byte[] hash = new byte[Chain.HASH_LENGTH];
        in.get(hash);
        return in.getInt() == checksum(bytes) ? new SegmentHeader(segment, size, new Head(place, at, hash)) : null;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, LENGTH - Integer.BYTES);
        return (int) crc.getValue();
    }
}
