package cn.jinniu.bangban.live;

import cn.jinniu.bangban.live.SettledCopy.Copy;
import cn.jinniu.bangban.live.SettledCopy.Key;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.text.Text;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ruleset in force the one that stands in the rules folder. What is new there is copied once it holds still,
 * made and tried off to the side, and takes the old one's place in one step. What cannot decide changes nothing: the last
 * good one goes on.
 *
 * <p>{@link #standing} may be asked by many threads at any time and never waits.
 */
public final class LiveRuleset implements AutoCloseable {
    /** How long the folder must hold still for a person who says that saving is done. */
    private static final Duration AT_ONCE = Duration.ofMillis(40);

    private final LiveSettings settings;
    private final Supplier<ZonedDateTime> now;
    private final List<LiveListener> listeners;
    private final SettledCopy folder;
    private final RulesetMaker maker;
    private final AtomicReference<Standing> standing;
    private final FolderWatch watch;

    private long looksBegun;
    private Outcome lastOutcome = Outcome.UNCHANGED;
    private @Nullable Key refused;

    /**
     * @param now the time of day, in Shanghai's time
     * @param listeners are told, in this order
     */
    public LiveRuleset(LiveSettings settings, Supplier<ZonedDateTime> now, List<LiveListener> listeners) {
        this.settings = settings;
        this.now = now;
        this.listeners = List.copyOf(listeners);
        this.folder = new SettledCopy(settings.rules(), settings.patience());
        this.maker = new RulesetMaker(settings);
        this.standing = new AtomicReference<>(new Standing(null, null, null, now.get()));
        this.watch = new FolderWatch(settings.rules(), settings.interval(), this::tryFirst, this::lookAtChange);
    }

    /** How things stand now. */
    public Standing standing() {
        return standing.get();
    }

    /**
     * Puts into force what stands in the folder, if it can decide. There being nothing older to fall back on, the first
     * ruleset decides at once and is tried afterwards, when the folder is {@linkplain #watch watched}.
     */
    public synchronized void start() throws InterruptedException {
        looksBegun++;
        long began = System.nanoTime();
        Copy copy = folder.once();
        Outcome outcome = conclude(copy, false, began);
        if (outcome == Outcome.PUBLISHED && !folder.once().key().equals(copy.key())) {
            look(settings.settle(), true); // it was copied in the midst of a change
        }
    }

    /** Begins to watch the folder, and tries what was put into force at the start: work that a start need not wait for. */
    public void watch() {
        watch.start();
    }

    /**
     * Looks at the folder now, whether or not it seems to have changed, and waits for what comes of it. Of several who ask
     * while a look is under way, all get the outcome of the next.
     */
    public Outcome reload() throws InterruptedException {
        long seen;
        synchronized (this) {
            seen = looksBegun;
        }
        // Whoever holds the lock is looking; a look begun after that saw all that was saved before this was asked.
        return lookAfter(seen);
    }

    private synchronized Outcome lookAfter(long seen) throws InterruptedException {
        if (looksBegun > seen) {
            return lastOutcome;
        }
        return look(settings.settle().compareTo(AT_ONCE) < 0 ? settings.settle() : AT_ONCE, true);
    }

    /** What the watch calls when the folder may have changed. */
    private synchronized boolean lookAtChange() throws InterruptedException {
        try {
            return isKnown(folder.once()) || look(settings.settle(), false) != Outcome.UNSETTLED;
        } catch (RuntimeException | Error unforeseen) { // whatever it is, the folder is watched on
            listeners.forEach(listener -> listener.failed(unforeseen));
            return true;
        }
    }

    private synchronized Outcome look(Duration settle, boolean asked) throws InterruptedException {
        looksBegun++;
        long began = System.nanoTime();
        Copy copy = folder.read(settle);
        if (!asked && !(copy instanceof Copy.Unsettled) && isKnown(copy)) {
            return Outcome.UNCHANGED; // changed and changed back
        }
        return conclude(copy, true, began);
    }

    /** Whether nothing could come of a look at this that has not come already. */
    private boolean isKnown(Copy copy) {
        Key key = copy.key();
        return key.equals(refused) || refused == null && isInForce(copy);
    }

    private boolean isInForce(Copy copy) {
        InForce inForce = standing().inForce();
        return inForce != null
                && copy instanceof Copy.Files files
                && files.source().problems().isEmpty()
                && files.source().version().equals(inForce.version());
    }

    private Outcome conclude(Copy copy, boolean tried, long began) throws InterruptedException {
        Outcome outcome = outcome(copy, tried);
        lastOutcome = outcome;
        long took = System.nanoTime() - began;
        listeners.forEach(listener -> listener.looked(outcome, took));
        return outcome;
    }

    private Outcome outcome(Copy copy, boolean tried) throws InterruptedException {
        if (copy instanceof Copy.Unsettled) {
            return Outcome.UNSETTLED;
        } else if (copy instanceof Copy.Unreadable unreadable) {
            return refuse(copy.key(), null, List.of(unreadable.problem()));
        }
        Copy.Files files = (Copy.Files) copy;
        if (isInForce(copy)) {
            restore();
            return Outcome.UNCHANGED;
        }
        return take(files, tried);
    }

    private Outcome take(Copy.Files files, boolean tried) throws InterruptedException {
        String version = files.source().version();
        try {
            RulesetMaker.Made made = tried ? maker.makeAndTry(files.source()) : maker.make(files.source());
            TrialReport trial = made.trial();
            if (trial != null && !trial.failures().isEmpty()) {
                made.desk().ruleset().retire();
                return refuse(files.key(), version, trial.failures());
            }
            publish(new InForce(files.source(), made.desk(), now.get()), trial);
            return Outcome.PUBLISHED;
        } catch (RulesetRefused e) {
            return refuse(files.key(), version, e.problems());
        } catch (RuntimeException unforeseen) { // of the making, or of a listener that forbids it
            listeners.forEach(listener -> listener.failed(unforeseen));
            return refuse(
                    files.key(),
                    version,
                    List.of(
                            new RulesetProblem(
                                    ".",
                                    0,
                                    0,
                                    new Text(
                                            "服务内部出错，规则没有启用；请联系服务维护人员，日志里有原因",
                                            "the service failed and the rules were not put into force; tell those who run it, the log says why"))));
        }
    }

    private void publish(InForce next, @Nullable TrialReport trial) {
        listeners.forEach(listener -> listener.comesIntoForce(next));
        refused = null;
        Standing before = standing.getAndSet(new Standing(next, null, trial, next.loadedAt()));
        if (before.inForce() != null) {
            before.inForce().desk().ruleset().retire();
        }
    }

    /** The folder holds again what decides. */
    private void restore() {
        refused = null;
        Standing before = standing();
        if (before.refusal() != null) {
            standing.set(new Standing(before.inForce(), null, before.trial(), now.get()));
        }
    }

    private Outcome refuse(Key key, @Nullable String version, List<RulesetProblem> problems) {
        refused = key;
        Standing before = standing();
        ZonedDateTime at = now.get();
        ZonedDateTime since = before.refusal() == null ? at : before.refusal().since();
        Standing after =
                new Standing(before.inForce(), new Refusal(version, since, at, problems), before.trial(), since);
        standing.set(after);
        listeners.forEach(listener -> listener.refused(after));
        return Outcome.REFUSED;
    }

    /** Tries the ruleset that came into force at the start; what fails there is shown, for nothing could take its place. */
    private synchronized void tryFirst() throws InterruptedException {
        Standing before = standing();
        InForce first = before.inForce();
        if (first == null || before.trial() != null) {
            return;
        }
        TrialReport trial;
        try {
            trial = maker.tryOut(first.desk());
        } catch (RulesetRefused e) {
            trial = new TrialReport(0, e.problems(), List.of(), List.of());
        }
        TrialReport report = trial;
        standing.updateAndGet(same -> new Standing(same.inForce(), same.refusal(), report, same.since()));
    }

    /** Stops watching. What is in force goes on deciding. */
    @Override
    public void close() {
        watch.close();
    }
}
