package cn.jinniu.bangban.log.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A disk with a cache of its own: what was written is there for good only once it was forced. */
final class Disk {
    private static final int SECTOR = 512;

    private final List<Cached> files = new ArrayList<>();
    private boolean stopped;

    /** From now on nothing is forced: the power goes just then. */
    void stopForcing() {
        stopped = true;
    }

    FileChannel open(Path file) throws IOException {
        Cached cached = new Cached(FileChannel.open(file, StandardOpenOption.WRITE));
        files.add(cached);
        return cached;
    }

    /** The power goes: of what was not forced, some sectors made it to the disk and others did not. */
    void losePower(Random random) throws IOException {
        for (Cached file : files) {
            for (Write write : file.unforced) {
                for (int from = 0; from < write.bytes.length; from += SECTOR) {
                    if (random.nextBoolean()) {
                        int length = Math.min(SECTOR, write.bytes.length - from);
                        file.real.write(ByteBuffer.wrap(write.bytes, from, length), write.at + from);
                    }
                }
            }
            file.unforced.clear();
            file.real.close();
        }
    }

    private record Write(long at, byte[] bytes) {}

    /** One file of the disk, as the journal uses one. */
    private final class Cached extends FileChannel {
        private final FileChannel real;
        private final List<Write> unforced = new ArrayList<>();

        Cached(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer from, long at) {
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            unforced.add(new Write(at, bytes));
            return bytes.length;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (stopped) {
                throw new IOException("the power goes");
            }
            for (Write write : unforced) {
                real.write(ByteBuffer.wrap(write.bytes), write.at);
            }
            unforced.clear();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        protected void implCloseChannel() {}

        @Override
        public int read(ByteBuffer to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] to, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public long transferTo(long from, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long from, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer to, long from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long from, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long from, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long from, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
