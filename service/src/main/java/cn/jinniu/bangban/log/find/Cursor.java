package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.log.record.Place;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * How far a search has come, as a word that callers hand back: for each chain the place before which it goes on. Chains
 * that were not there when the search began have nothing that it could miss.
 */
final class Cursor {
    private static final int CHECK = Integer.BYTES;

    private Cursor() {}

    static String of(Filter filter, Map<Integer, Long> before) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * CHECK + before.size() * Long.BYTES);
        bytes.putInt(0).putInt(filter.fingerprint());
        before.values().forEach(bytes::putLong);
        bytes.putInt(0, check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static SortedMap<Integer, Long> read(Filter filter, String cursor) throws Finder.BadCursor {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.getInt() != check(bytes.array()) || bytes.getInt() != filter.fingerprint()) {
                throw new Finder.BadCursor();
            }
            SortedMap<Integer, Long> before = new TreeMap<>();
            while (bytes.hasRemaining()) {
                long place = bytes.getLong();
                before.put(Place.chain(place), place);
            }
            return before;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Finder.BadCursor();
        }
    }

    private static int check(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, CHECK, Math.max(0, bytes.length - CHECK));
        return (int) crc.getValue();
    }
}
