package cn.jinniu.bangban.log.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Packs bodies (Zstandard). */
public final class Packing {
    /** Faster than level 1 by a fifth, which saves a tenth of the room; faster ones take half as much room again. */
    private static final int LEVEL = -1;

    /** What says to be larger than this may be damaged, and is believed bit by bit. */
    private static final int BELIEVED = 4 * 1024 * 1024;

    private static final byte[] EMPTY = {};

    private static final Contexts<Packer> PACKERS = new Contexts<>(Packer::new);
    private static final Contexts<ZstdDecompressCtx> UNPACKERS = new Contexts<>(ZstdDecompressCtx::new);

    private Packing() {}

    public static byte[] pack(byte[] body) {
        return body.length == 0 ? EMPTY : PACKERS.with(packer -> packer.pack(body));
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
            byte[] body = size <= BELIEVED
                    ? UNPACKERS.with(unpacker -> unpacker.decompress(packed, (int) size))
                    : bitByBit(packed, (int) size);
            if (body.length != size) {
                throw new IllegalArgumentException("a packed body is cut short");
            }
            return body;
        } catch (ZstdException | IOException e) {
            throw new IllegalArgumentException("a packed body is damaged: " + e.getMessage(), e);
        }
    }

    /** Packs into memory of its own, used again, for how long a packed body is shows only when it is packed. */
    private static final class Packer implements Closeable {
        /** Memory for larger ones is not kept. */
        private static final int LARGE = 256 * 1024;

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
        private byte[] room = new byte[32 * 1024];

        private byte[] pack(byte[] body) {
            int most = Math.toIntExact(Zstd.compressBound(body.length));
            byte[] into = most <= room.length ? room : new byte[most];
            if (most <= LARGE) {
                room = into;
            }
            return Arrays.copyOf(into, context.compress(into, body));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Takes no memory for what does not come. */
    private static byte[] bitByBit(byte[] packed, int size) throws IOException {
        try (ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))) {
            byte[] body = in.readNBytes(size);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("a packed body is longer than it says");
            }
            return body;
        }
    }
}
