package cn.jinniu.bangban.log.journal;

import cn.jinniu.bangban.log.record.Head;
import cn.jinniu.bangban.log.record.Kept;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files to which entries are appended; what was appended survives a loss of power. A segment has its size from the start,
 * so that forcing a batch to the disk does not mean forcing the file's size too, which would take three times as long.
 *
 * <p>One thread appends; another may release what is kept elsewhere by now.
 */
public final class Journal implements AutoCloseable {
    private static final String PREFIX = "journal-";
    private static final String SUFFIX = ".log";
    private static final String SPARE = "journal.spare";

    /** So many zeros are written at once; what is much larger the garbage collector takes for something extraordinary. */
    private static final int ZEROS = 64 * 1024;

    private final Path folder;
    private final int segmentSize;
    private final Opener opener;
    private final SecureRandom random = new SecureRandom();
    /** Guarded by itself: segments that are full, oldest first. */
    private final Deque<Full> full = new ArrayDeque<>();

    private long next;
    private @Nullable Open open;

    /** A segment that entries are appended to. */
    private static final class Open {
        final Path file;
        final FileChannel channel;
        final long segment;
        long at = SegmentHeader.LENGTH;
        long size;
        long last;

        Open(Path file, FileChannel channel, long segment, long size, long last) {
            this.file = file;
            this.channel = channel;
            this.segment = segment;
            this.size = size;
            this.last = last;
        }
    }

    /** A segment that is appended to no more, and the place of its last entry. */
    private record Full(Path file, long last) {}

    /** Opens the files that entries are appended to. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    private Journal(Path folder, int segmentSize, Opener opener) {
        this.folder = folder;
        this.segmentSize = segmentSize;
        this.opener = opener;
    }

    /** What a journal holds, which is not opened for it. */
    public static Recovered read(Path folder) throws IOException {
        return Recovered.read(segments(folder));
    }

    /**
     * Opens a journal for appending. Begin with {@link #begin}.
     *
     * @param recovered what {@link #read} found
     * @param segmentSize bytes of a segment
     */
    public static Journal open(Path folder, Recovered recovered, int segmentSize) throws IOException {
        return open(folder, recovered, segmentSize, file -> FileChannel.open(file, StandardOpenOption.WRITE));
    }

    static Journal open(Path folder, Recovered recovered, int segmentSize, Opener opener) throws IOException {
        Journal journal = new Journal(folder, segmentSize, opener);
        List<Path> segments = segments(folder);
        Head head = recovered.head();
        for (Path file : segments) {
            // Only together do they hold all, so none goes before the last entry is kept elsewhere.
            journal.full.add(new Full(file, head == null ? 0 : head.place()));
        }
        journal.next = segments.isEmpty() ? 1 : number(segments.get(segments.size() - 1)) + 1;
        return journal;
    }

    /** Whether a folder holds a journal. */
    public static boolean exists(Path folder) throws IOException {
        return !segments(folder).isEmpty();
    }

    private static List<Path> segments(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
                    })
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name, PREFIX.length(), name.length() - SUFFIX.length(), 10);
    }

    /**
     * Begins a segment behind an entry. Whatever was appended behind that entry before does not count any more: this is how
     * to go on after a failed append.
     */
    public void begin(Head head) throws IOException {
        begin(head, segmentSize);
    }

    private void begin(Head head, long size) throws IOException {
        retire();
        Path file = folder.resolve(String.format(Locale.ROOT, "%s%012d%s", PREFIX, next, SUFFIX));
        next++;
        Path spare = folder.resolve(SPARE);
        if (size == segmentSize && Files.exists(spare)) {
            Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
        } else {
            fill(file, size);
        }
        FileChannel channel = opener.open(file);
        try {
            long segment = random.nextLong();
            write(channel, new SegmentHeader(segment, size, head).bytes(), 0);
            channel.force(true);
            forceFolder();
            open = new Open(file, channel, segment, size, head.place());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void retire() throws IOException {
        Open old = open;
        if (old != null) {
            open = null;
            synchronized (full) {
                full.add(new Full(old.file, old.last));
            }
            old.channel.close();
        }
    }

    /**
     * Appends entries; when this returns, they are on the disk.
     *
     * @param head the entry they follow
     * @throws IOException when that is not certain; then {@link #begin} anew
     */
    public void append(Head head, List<Kept> batch) throws IOException {
        Open to = open;
        if (to == null) {
            throw new IOException("the journal in " + folder + " is not open");
        }
        ByteBuffer bytes = Batch.bytes(batch, to.segment);
        // Behind the last batch there is room for a length of zero.
        if (to.at + bytes.remaining() + Batch.HEADER > to.size) {
            begin(head, Math.max(segmentSize, SegmentHeader.LENGTH + bytes.remaining() + 2L * Batch.HEADER));
            to = Objects.requireNonNull(open);
            bytes = Batch.bytes(batch, to.segment);
        }
        int length = bytes.remaining();
        write(to.channel, bytes, to.at);
        to.channel.force(false);
        if (!Files.exists(to.file)) {
            throw new NoSuchFileException(to.file.toString());
        }
        to.at += length;
        to.last = batch.get(batch.size() - 1).entry().place();
    }

    /** Says that all entries up to a place are kept elsewhere: segments that hold no others are removed. */
    public void release(long place) throws IOException {
        synchronized (full) {
            while (!full.isEmpty() && full.peek().last() <= place) {
                Files.deleteIfExists(full.remove().file());
            }
        }
    }

    /** Makes the next segment ready, so that nobody waits for it. */
    public void prepare() throws IOException {
        Path spare = folder.resolve(SPARE);
        if (!Files.exists(spare)) {
            Path making = folder.resolve(SPARE + ".new");
            fill(making, segmentSize);
            Files.move(making, spare, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void fill(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
            for (long at = 0; at < size; at += zeros.capacity()) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
                write(channel, zeros, at);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file); // a disk that is full is not made fuller
            throw e;
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    /** A new file's name must be on the disk too. Where a folder cannot be opened, the system sees to that itself. */
    private void forceFolder() throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Cuts off the room that was not needed, so that from now on every byte of the file is one that is checked. */
    @Override
    public void close() throws IOException {
        Open last = open;
        if (last != null) {
            last.channel.truncate(last.at);
            last.channel.force(true);
        }
        retire();
    }
}
