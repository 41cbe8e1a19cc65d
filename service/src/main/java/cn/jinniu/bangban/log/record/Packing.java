package cn.jinniu.bangban.log.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Packs bodies (Zstandard). */
public final class Packing {
    /** Fast; the next levels save little on bodies of this kind. */
    private static final int LEVEL = 1;

    private static final byte[] EMPTY = {};

    private Packing() {}

    public static byte[] pack(byte[] body) {
        return body.length == 0 ? EMPTY : Zstd.compress(body, LEVEL);
    }

    /** @throws IllegalArgumentException when these bytes are nothing that was packed */
    public static byte[] unpack(byte[] packed) {
        if (packed.length == 0) {
            return EMPTY;
        }
        try {
            long size = Zstd.getFrameContentSize(packed);
            if (size < 0 || size > Integer.MAX_VALUE - 16) {
                throw new IllegalArgumentException("a packed body does not say how large it is");
            }
            byte[] body = Zstd.decompress(packed, (int) size);
            if (body.length != size) {
                throw new IllegalArgumentException("a packed body is cut short");
            }
            return body;
        } catch (ZstdException e) {
            throw new IllegalArgumentException("a packed body is damaged: " + e.getMessage(), e);
        }
    }
}
