package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.ChangedCases;
import cn.jinniu.bangban.impact.ImpactSummary;
import cn.jinniu.bangban.impact.JsonLines;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.store.EntrySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a log: all that is found out so far, and where to go on. With a file for it, it can be broken off at any time
 * and be gone on with by another process, and comes to the same in the end.
 */
public final class LogReplay implements AutoCloseable {
    private static final long CHECKPOINT_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable Path file;
    private final LongSupplier nanoseconds;
    private final String of;
    private final List<EntrySpan> spans;
    private final Tallies tallies;
    private final JsonLines<Finding> findings;
    private final ChangedCases changed;
    private final ImpactSummary impact = new ImpactSummary();
    private long behind;
    private long done;
    private long unchanged;
    private long undecided;

    /** Is told how a replay goes on. */
    @FunctionalInterface
    public interface Listener {
        /** So many more places of the log are done with. */
        void progress(int places);
    }

    /** A checkpoint is there, but of another replay. */
    public static final class OtherReplay extends IOException {
        private static final long serialVersionUID = 1L;

        OtherReplay(Path file) {
            super(file.toString());
        }
    }

    private LogReplay(
            @Nullable Path file, LongSupplier nanoseconds, String of, List<EntrySpan> spans, @Nullable Checkpoint from)
            throws IOException {
        this.file = file;
        this.nanoseconds = nanoseconds;
        this.of = of;
        this.spans = spans;
        this.tallies = from == null ? new Tallies() : new Tallies(from.tallies());
        this.findings = file == null
                ? JsonLines.temporary(Finding.class)
                : JsonLines.in(beside(file, ".findings"), from == null ? 0 : from.findings(), Finding.class);
        this.changed = file == null
                ? new ChangedCases()
                : new ChangedCases(beside(file, ".changed"), from == null ? 0 : from.changed());
        if (from != null) {
            behind = from.behind();
            done = from.done();
            count(from.unchanged(), from.undecided());
            changed.forEach(this::count);
        }
    }

    /**
     * Begins a replay, or goes on with one.
     *
     * @param connection to the log
     * @param selection what of the log is replayed
     * @param of says what is replayed, by which rules: a checkpoint is gone on from only where it says the same
     * @param file where checkpoints are kept; null for nowhere
     * @param nanoseconds a clock that only goes forward
     * @throws OtherReplay when the file holds the checkpoint of another replay
     */
    public static LogReplay of(
            Connection connection, Selection selection, String of, @Nullable Path file, LongSupplier nanoseconds)
            throws IOException, SQLException {
        Checkpoint from = file == null ? null : Checkpoint.read(file);
        if (from != null && !from.of().equals(of)) {
            throw new OtherReplay(Objects.requireNonNull(file));
        }
        List<EntrySpan> spans = from == null
                ? EntrySpan.between(connection, selection.fromMicros(), selection.toMicros())
                : from.spans();
        return new LogReplay(file, nanoseconds, of, spans, from);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Places there are to replay. */
    public long size() {
        return spans.stream().mapToLong(EntrySpan::size).sum();
    }

    /** Places that are done with. */
    public long done() {
        return done;
    }

    public Tallies tallies() {
        return tallies;
    }

    /** What does not replay, in the order of the log. */
    public JsonLines<Finding> findings() {
        return findings;
    }

    /** What comes out otherwise by the other rules, in the order of the log. */
    public ChangedCases changed() {
        return changed;
    }

    /** The same in numbers. */
    public ImpactSummary impact() {
        return impact;
    }

    /**
     * Replays all that is left.
     *
     * @param connection to the log; used by another thread meanwhile
     * @param rulesets the rulesets of the same log
     * @param selection as it was begun with
     * @param privacy opens what is encrypted
     * @param masking what findings leave out
     * @param other rules to decide by besides; null for none
     */
    public void run(
            Connection connection,
            ArchivedRulesets rulesets,
            Selection selection,
            Privacy privacy,
            Masking masking,
            @Nullable Side other,
            Listener listener)
            throws IOException, SQLException, InterruptedException {
        RecordReplay replay = new RecordReplay(rulesets, selection, privacy, masking, other);
        long last = nanoseconds.getAsLong();
        try (Pipeline pipeline = new Pipeline(new LogReader(connection, spans, behind), replay)) {
            for (Pipeline.Done page = pipeline.next(); page != null; page = pipeline.next()) {
                take(page, listener);
                long now = nanoseconds.getAsLong();
                if (now - last > CHECKPOINT_EVERY) {
                    checkpoint();
                    last = now;
                }
            }
        }
        checkpoint();
    }

    private void take(Pipeline.Done page, Listener listener) throws IOException {
        Replayed replayed = page.replayed();
        tallies.add(replayed.tallies().state());
        for (Finding finding : replayed.findings()) {
            findings.add(finding);
        }
        for (ChangedCase one : replayed.changed()) {
            changed.add(one);
            count(one);
        }
        count(replayed.unchanged(), replayed.undecided());
        long before = done;
        done = spans.stream()
                .mapToLong(span -> Math.max(0, Math.min(span.last(), page.last()) - span.first() + 1))
                .sum();
        behind = page.last();
        listener.progress((int) (done - before));
    }

    private void count(ChangedCase one) {
        impact.changed(one, one.asOf() != null);
    }

    private void count(long same, long neither) {
        unchanged += same;
        undecided += neither;
        impact.unchanged(true, same);
        impact.unchanged(false, neither);
    }

    private void checkpoint() throws IOException {
        if (file != null) {
            new Checkpoint(
                            of,
                            spans,
                            behind,
                            done,
                            tallies.state(),
                            findings.flushed(),
                            changed.flushed(),
                            unchanged,
                            undecided)
                    .write(file);
        }
    }

    /** Says that what came of it was told: there is nothing to go on with any more. */
    public void finished() throws IOException {
        close();
        if (file != null) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside(file, ".findings"));
            Files.deleteIfExists(beside(file, ".changed"));
        }
    }

    @Override
    public void close() throws IOException {
        findings.close();
        changed.close();
    }
}
