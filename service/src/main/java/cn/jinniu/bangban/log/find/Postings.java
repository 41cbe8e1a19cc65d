package cn.jinniu.bangban.log.find;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A page: terms in order, each with the entries of the block that have it, counted from the block's first. A few are listed,
 * more are a bitmap.
 */
final class Postings {
    /** Term, and length of what follows it. */
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    /** Up to so many a list is smaller. */
    private static final int FEW = 4;

    private Postings() {}

    /** Writes a term behind others. */
    static void write(DataOutputStream page, long term, RoaringBitmap entries) {
        try {
            page.writeLong(term);
            int count = entries.getCardinality();
            if (count <= FEW) {
                page.writeInt(count * Integer.BYTES);
                for (int entry : entries.toArray()) {
                    page.writeInt(entry);
                }
            } else {
                entries.runOptimize();
                // Negative, so that it is told from a list.
                page.writeInt(-entries.serializedSizeInBytes());
                entries.serialize(page);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory throws no IOException
        }
    }

    /** The entries that have a term; null when the page does not have it. */
    static @Nullable RoaringBitmap find(byte[] page, long term) {
        ByteBuffer in = ByteBuffer.wrap(page);
        while (in.remaining() >= HEADER) {
            long here = in.getLong();
            int length = in.getInt();
            if (here == term) {
                return entries(in, length);
            } else if (here > term) {
                return null;
            }
            in.position(in.position() + Math.abs(length));
        }
        return null;
    }

    /** Reads what stands behind a term. */
    static RoaringBitmap entries(ByteBuffer in, int length) {
        RoaringBitmap entries = new RoaringBitmap();
        if (length >= 0) {
            for (int i = 0; i < length / Integer.BYTES; i++) {
                entries.add(in.getInt());
            }
            return entries;
        }
        try {
            ByteBuffer bitmap = in.slice();
            bitmap.limit(-length);
            entries.deserialize(bitmap);
            in.position(in.position() - length);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
