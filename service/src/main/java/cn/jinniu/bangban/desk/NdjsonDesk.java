package cn.jinniu.bangban.desk;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a stream of requests, one a line, with one line each in the same order. A line that is no request is answered
 * in its place, and the lines after it go on. Memory does not grow with the stream: while some lines are decided side by
 * side, those before them are written and those after them read, and never more than so many are under way.
 */
public final class NdjsonDesk {
    /** What one worker takes at a time: enough to be worth the way. */
    private static final int LINES_AT_A_TIME = 16;

    private static final int BYTES_AT_A_TIME = 64 * 1024;

    private static final int BATCHES_UNDER_WAY = 16;
    private static final int BYTES_UNDER_WAY = 1024 * 1024;

    /**
     * What a line is answered with, without the line break.
     *
     * @param keeping to be waited for before the line is written; null for a line that is no decision
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Reply(long number, byte[] line, DecisionKeeper.@Nullable Keeping keeping) {}

    /** Lines that one worker answers. */
    private static final class Batch {
        private final List<LineReader.Line> lines = new ArrayList<>(LINES_AT_A_TIME);
        private int bytes;

        void add(LineReader.Line line) {
            lines.add(line);
            bytes += line.bytes() == null ? 0 : line.bytes().length;
        }

        boolean isFull() {
            return lines.size() >= LINES_AT_A_TIME || bytes >= BYTES_AT_A_TIME;
        }
    }

    /** Batches that are being answered, in the order of the stream. */
    private static final class UnderWay {
        private record Going(Future<List<Reply>> answers, int bytes) {}

        private final Deque<Going> batches = new ArrayDeque<>();
        private int bytes;

        void add(Batch batch, Future<List<Reply>> answers) {
            batches.add(new Going(answers, batch.bytes));
            bytes += batch.bytes;
        }

        boolean isEmpty() {
            return batches.isEmpty();
        }

        boolean isFull() {
            return batches.size() >= BATCHES_UNDER_WAY || bytes >= BYTES_UNDER_WAY;
        }

        Future<List<Reply>> next() {
            Going first = batches.remove();
            bytes -= first.bytes;
            return first.answers;
        }

        /** Nobody waits for the rest. */
        void cancel() {
            batches.forEach(going -> going.answers.cancel(false));
        }
    }

    private final Supplier<DecisionDesk> desks;
    private final Supplier<LocalDate> today;
    private final BiFunction<byte[], Decision, String> decisionIds;
    private final AnswerListener listener;
    private final ExecutorService workers;
    private final int longestLine;

    /**
     * @param desks the desk to decide at; asked again and again, line after line, so that a stream outlives a ruleset:
     *     from some line on a new one decides, and never an older one after it
     * @param today the day to decide for where a line names none
     * @param decisionIds what the decision on a line is called, by the line and the decision
     * @param listener is told each answer, on any thread
     * @param workers decide side by side
     * @param longestLine most bytes of a line
     */
    public NdjsonDesk(
            Supplier<DecisionDesk> desks,
            Supplier<LocalDate> today,
            BiFunction<byte[], Decision, String> decisionIds,
            AnswerListener listener,
            ExecutorService workers,
            int longestLine) {
        this.desks = desks;
        this.today = today;
        this.decisionIds = decisionIds;
        this.listener = listener;
        this.workers = workers;
        this.longestLine = longestLine;
    }

    /** Answers all lines, and keeps nothing; otherwise as {@link #answer(InputStream, OutputStream, Language, DecisionKeeper)}. */
    public long answer(InputStream in, OutputStream out, Language language) throws IOException {
        return answer(in, out, language, DecisionKeeper.NONE);
    }

    /**
     * Answers all lines. What has been answered is flushed before the next line is waited for.
     *
     * @param keeper keeps each decision before it is written; one that is not kept is answered with a problem
     * @return how many lines got no decision
     * @throws IOException when a stream throws it
     */
    public long answer(InputStream in, OutputStream out, Language language, DecisionKeeper keeper) throws IOException {
        LineReader lines = new LineReader(in, longestLine);
        UnderWay underWay = new UnderWay();
        try {
            return answer(lines, underWay, out, language, keeper);
        } finally {
            underWay.cancel();
        }
    }

    private long answer(LineReader lines, UnderWay underWay, OutputStream out, Language language, DecisionKeeper keeper)
            throws IOException {
        Batch batch = new Batch();
        long undecided = 0;
        LineReader.Line line;
        while ((line = lines.next()) != null) {
            batch.add(line);
            boolean mayWait = lines.mayWait();
            if (!mayWait && !batch.isFull()) {
                continue;
            }
            if (mayWait && batch.lines.size() == 1 && underWay.isEmpty()) {
                undecided += write(answer(line, desks.get(), language, keeper), out, language);
            } else {
                underWay.add(batch, submit(batch.lines, language, keeper));
                while (mayWait ? !underWay.isEmpty() : underWay.isFull()) {
                    undecided += write(underWay.next(), out, language);
                }
            }
            batch = new Batch();
            if (mayWait) {
                out.flush();
            }
        }
        if (!batch.lines.isEmpty()) {
            underWay.add(batch, submit(batch.lines, language, keeper));
        }
        while (!underWay.isEmpty()) {
            undecided += write(underWay.next(), out, language);
        }
        out.flush();
        return undecided;
    }

    private Future<List<Reply>> submit(List<LineReader.Line> lines, Language language, DecisionKeeper keeper) {
        DecisionDesk desk = desks.get();
        return workers.submit(() -> {
            List<Reply> replies = new ArrayList<>(lines.size());
            for (LineReader.Line line : lines) {
                replies.add(answer(line, desk, language, keeper));
            }
            return replies;
        });
    }

    /** Writes the answers to some lines, and gives how many of them are no decisions. */
    private static int write(Future<List<Reply>> batch, OutputStream out, Language language) throws IOException {
        int undecided = 0;
        for (Reply reply : await(batch)) {
            undecided += write(reply, out, language);
        }
        return undecided;
    }

    private static int write(Reply reply, OutputStream out, Language language) throws IOException {
        byte[] line = reply.line();
        boolean decided = reply.keeping() != null;
        if (reply.keeping() != null) {
            try {
                reply.keeping().await();
            } catch (DecisionKeeper.NotKept e) {
                line = ProblemWriter.line(reply.number(), Problem.notKept(e.reason()), language);
                decided = false;
            }
        }
        out.write(line);
        out.write('\n');
        return decided ? 0 : 1;
    }

    private static <T> T await(Future<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering a stream", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Reply answer(LineReader.Line line, DecisionDesk desk, Language language, DecisionKeeper keeper) {
        byte[] json = line.bytes();
        if (json == null) {
            return problem(line, tooLong(), language);
        }
        try {
            long began = System.nanoTime();
            Answer answer = desk.answer(json, today.get());
            long took = System.nanoTime() - began;
            listener.heard(answer, took);
            if (!(answer instanceof Answer.Decided decided)) {
                return problem(line, Problem.of(answer), language);
            }
            String id = decisionIds.apply(json, decided.decision());
            byte[] bytes = desk.bytes(decided.decision(), id, language);
            return new Reply(line.number(), bytes, keeper.keep(new Served(id, json, decided, bytes, language, took)));
        } catch (DecisionKeeper.NotKept e) {
            return problem(line, Problem.notKept(e.reason()), language);
        } catch (RuntimeException unforeseen) {
            listener.failed(unforeseen);
            return problem(line, Problem.internal(500), language);
        }
    }

    private static Reply problem(LineReader.Line line, Problem problem, Language language) {
        return new Reply(line.number(), ProblemWriter.line(line.number(), problem, language), null);
    }

    private Problem tooLong() {
        return Problem.tooLarge(new Text(
                "这一行超过 " + longestLine + " 字节的上限；请拆成较小的请求",
                "the line is longer than the limit of " + longestLine + " bytes; split it into smaller requests"));
    }
}
