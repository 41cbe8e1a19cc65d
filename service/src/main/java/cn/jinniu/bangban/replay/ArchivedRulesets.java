package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.sandbox.Budget;
import cn.jinniu.bangban.impact.Impact;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.log.archive.RulesetZip;
import cn.jinniu.bangban.log.store.RulesetTable;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets of a log's archive, ready to decide. A compiled ruleset is large, so only some are kept: entries come in the
 * order of time, in which rulesets follow one another. Safe for many threads.
 */
public final class ArchivedRulesets {
    private final DataSource log;
    private final Budget budget;
    private final @Nullable Side other;
    private final int most;
    private final Loader loader;

    /** Those asked for last come last. */
    private final Map<String, CompletableFuture<Archived>> kept = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Archived> unusable = new LinkedHashMap<>();

    /**
     * @param log the log's database
     * @param budget what a decision may take
     * @param other what each is compared with; null for nothing
     * @param most how many are kept ready
     */
    public ArchivedRulesets(DataSource log, Budget budget, @Nullable Side other, int most) {
        this(log, budget, other, most, Ruleset::load);
    }

    /** Makes a ruleset of its files. */
    @FunctionalInterface
    interface Loader {
        Ruleset load(RulesetSource source) throws RulesetRefused;
    }

    ArchivedRulesets(DataSource log, Budget budget, @Nullable Side other, int most, Loader loader) {
        this.loader = loader;
        this.log = log;
        this.budget = budget;
        this.other = other;
        this.most = most;
    }

    /** The ruleset of a version. */
    Archived get(String version) throws SQLException {
        CompletableFuture<Archived> mine = new CompletableFuture<>();
        CompletableFuture<Archived> there;
        List<CompletableFuture<Archived>> gone = new ArrayList<>();
        synchronized (kept) {
            Archived not = unusable.get(version);
            if (not != null) {
                return not;
            }
            there = kept.putIfAbsent(version, mine);
            var oldest = kept.entrySet().iterator();
            while (kept.size() > most) {
                gone.add(oldest.next().getValue());
                oldest.remove();
            }
        }
        gone.forEach(one -> one.thenAccept(ArchivedRulesets::letGo));
        if (there == null) {
            load(version, mine);
            there = mine;
        }
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw e;
        }
    }

    /** A ruleset, to be looked into; null where it cannot be used. */
    public @Nullable Side side(String version) throws SQLException {
        return get(version) instanceof Archived.Usable usable ? usable.side() : null;
    }

    private void load(String version, CompletableFuture<Archived> done) {
        try {
            Archived archived = load(version);
            if (archived instanceof Archived.Unusable) {
                synchronized (kept) {
                    unusable.put(version, archived);
                    kept.remove(version);
                }
            }
            done.complete(archived);
        } catch (SQLException | RuntimeException e) {
            synchronized (kept) {
                kept.remove(version);
            }
            done.completeExceptionally(e);
        }
    }

    private static void letGo(Archived archived) {
        if (archived instanceof Archived.Usable usable) {
            usable.desk().ruleset().retire(); // who is just deciding by it may go on
        }
    }

    private Archived load(String version) throws SQLException {
        byte[] files;
        try (Connection connection = log.getConnection()) {
            files = RulesetTable.files(connection, version);
        }
        if (files == null) {
            return new Archived.Unusable(
                    FindingKind.RULESET_MISSING,
                    new Text("存档里没有规则 " + version, "the archive has no ruleset " + version));
        }
        try {
            RulesetSource source = RulesetZip.source(files);
            if (!source.version().equals(version)) {
                return new Archived.Unusable(
                        FindingKind.RULESET_CHANGED,
                        new Text(
                                "存档的规则 " + version + " 的内容是 " + source.version(),
                                "what the archive has as ruleset " + version + " is " + source.version()));
            }
            DecisionDesk desk = new DecisionDesk(loader.load(source)).within(budget);
            Side side = new Side(version, desk, source);
            // The day is that of each record; the comparison is given answers and decides nothing itself.
            return new Archived.Usable(desk, side, other == null ? null : new Impact(side, other, LocalDate.EPOCH));
        } catch (IllegalArgumentException damaged) {
            String why = String.valueOf(damaged.getMessage());
            return new Archived.Unusable(FindingKind.RULESET_CHANGED, new Text("存档的规则已损坏：" + why, why));
        } catch (RulesetRefused refused) {
            return new Archived.Unusable(FindingKind.RULESET_UNUSABLE, reason(refused.problems()));
        }
    }

    private static Text reason(List<RulesetProblem> problems) {
        RulesetProblem first = problems.get(0);
        String at = first.file() + ":" + first.line() + ":" + first.column() + ": ";
        int more = problems.size() - 1;
        return new Text(
                at + first.message().zh() + (more == 0 ? "" : "；另有 " + more + " 个问题"),
                at + first.message().en() + (more == 0 ? "" : "; and " + more + " more problems"));
    }
}
