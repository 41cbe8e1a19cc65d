package cn.jinniu.bangban.log.record;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries as bytes, for hashing and for the journal. Every field has its length before it, so that no two different
 * entries run together into the same bytes. The layout is part of the log's format: changing it makes old chains fail.
 */
public final class EntryBytes {
    private EntryBytes() {}

    /** A draft as bytes. */
    public static byte[] of(Draft draft) {
        byte[] caller = draft.caller().name().getBytes(StandardCharsets.UTF_8);
        byte[] ruleset = draft.ruleset().getBytes(StandardCharsets.UTF_8);
        byte[] hidden = draft.hidden();
        ByteBuffer out = ByteBuffer.allocate(3
                + 2 * Long.BYTES
                + Long.BYTES
                + 5 * Integer.BYTES
                + caller.length
                + ruleset.length
                + draft.request().length
                + draft.answer().length
                + (hidden == null ? 0 : hidden.length));
        out.put((byte) draft.kind().code());
        out.putLong(draft.id().getMostSignificantBits());
        out.putLong(draft.id().getLeastSignificantBits());
        out.put((byte) draft.caller().knownBy().code());
        put(out, caller);
        put(out, ruleset);
        out.put((byte) draft.language());
        out.putLong(draft.nanoseconds());
        put(out, draft.request());
        put(out, draft.answer());
        if (hidden == null) {
            out.putInt(-1);
        } else {
            put(out, hidden);
        }
        return out.array();
    }

    /**
     * Reads what {@link #of} made.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Draft draft(ByteBuffer in) {
        try {
            Kind kind = Kind.of(in.get());
            UUID id = new UUID(in.getLong(), in.getLong());
            KnownBy knownBy = KnownBy.of(in.get());
            String caller = new String(required(in), StandardCharsets.UTF_8);
            String ruleset = new String(required(in), StandardCharsets.UTF_8);
            int language = in.get();
            long nanoseconds = in.getLong();
            return new Draft(
                    kind,
                    id,
                    new Caller(caller, knownBy),
                    ruleset,
                    language,
                    nanoseconds,
                    required(in),
                    required(in),
                    take(in));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("an entry is cut short", e);
        }
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
    }

    private static byte[] required(ByteBuffer in) {
        byte[] bytes = take(in);
        if (bytes == null) {
            throw new IllegalArgumentException("a part of an entry is missing");
        }
        return bytes;
    }

    private static byte @Nullable [] take(ByteBuffer in) {
        int length = in.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a part of an entry has no possible length");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
