package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.impact.Case;
import cn.jinniu.bangban.impact.ChangedCase;
import cn.jinniu.bangban.impact.Impact;
import cn.jinniu.bangban.impact.Side;
import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.privacy.Masking;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replays records one by one. Safe for many threads. */
final class RecordReplay {
    /** A decision is written a little after it was made; longer than any is waited for. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    /** The version of UUIDs that begin with the time (RFC 9562). */
    private static final int TIMED = 7;

    private final ArchivedRulesets rulesets;
    private final Selection selection;
    private final Privacy privacy;
    private final Masking masking;
    private final @Nullable Side other;

    /**
     * @param privacy opens what is encrypted
     * @param masking what findings leave out
     * @param other rules to decide by besides; null for none
     */
    RecordReplay(
            ArchivedRulesets rulesets, Selection selection, Privacy privacy, Masking masking, @Nullable Side other) {
        this.rulesets = rulesets;
        this.selection = selection;
        this.privacy = privacy;
        this.masking = masking;
        this.other = other;
    }

    /** What is found out about some records. */
    private static final class Found {
        final Tallies tallies = new Tallies();
        final List<Finding> findings = new ArrayList<>();
        final List<ChangedCase> changed = new ArrayList<>();
        long unchanged;
        long undecided;
    }

    /** Replays those of some entries that are meant. */
    Replayed replay(List<Entry> entries) throws SQLException {
        Found found = new Found();
        for (Entry entry : entries) {
            if (entry.draft().kind() == Kind.DECISION) {
                replay(entry, found);
            }
        }
        return new Replayed(found.tallies, found.findings, found.changed, found.unchanged, found.undecided);
    }

    private void replay(Entry entry, Found found) throws SQLException {
        Draft draft = entry.draft();
        ZonedDateTime at = Instant.EPOCH.plus(entry.at(), ChronoUnit.MICROS).atZone(Selection.ZONE);
        Bodies bodies;
        try {
            bodies = open(draft);
        } catch (IllegalArgumentException damaged) {
            String why = String.valueOf(damaged.getMessage());
            find(entry, at, FindingKind.UNREADABLE, new Text(why, why), found);
            return;
        }
        if (!selection.takes(draft, bodies.request(), bodies.answer())) {
            return;
        }
        Archived archived = rulesets.get(draft.ruleset());
        if (archived instanceof Archived.Unusable unusable) {
            find(entry, at, unusable.kind(), unusable.reason(), found);
            found.tallies.told(bodies.answer());
        } else {
            replay(entry, at, bodies, (Archived.Usable) archived, found);
        }
    }

    private Bodies open(Draft draft) {
        if (draft.language() < 0 || draft.language() >= Language.values().length) {
            throw new IllegalArgumentException("no language has the number " + draft.language());
        }
        return privacy.open(draft);
    }

    private void replay(Entry entry, ZonedDateTime at, Bodies bodies, Archived.Usable by, Found found) {
        Draft draft = entry.draft();
        List<LocalDate> days = days(draft, at);
        LocalDate day = days.get(0);
        Answer answer = by.desk().answer(bodies.request(), day);
        byte[] now = bytes(answer, by.desk(), draft);
        for (LocalDate other : days.subList(1, Arrays.equals(now, bodies.answer()) ? 1 : days.size())) {
            Answer then = by.desk().answer(bodies.request(), other);
            byte[] bytes = bytes(then, by.desk(), draft);
            if (Arrays.equals(bytes, bodies.answer())) {
                day = other;
                answer = then;
                now = bytes;
                break;
            }
        }
        if (now != null && Arrays.equals(now, bodies.answer())) {
            found.tallies.record(at, draft.ruleset(), null, bodies.whole());
            found.tallies.told(((Answer.Decided) answer).decision());
        } else {
            differs(entry, at, bodies, answer, now, found);
            found.tallies.told(bodies.answer());
        }
        if (other != null) {
            compare(draft, bodies.request(), answer, day, by.impact(), other, found);
        }
    }

    /**
     * The days on which it may have been decided, the likeliest first: where a request names none, that day was asked about.
     * It is the day of the record, or that by the decision's id, which has the time in it and stays right when clocks were
     * set back; and just after midnight the day before.
     */
    private static List<LocalDate> days(Draft draft, ZonedDateTime at) {
        Set<LocalDate> days = new LinkedHashSet<>();
        days.add(at.toLocalDate());
        days.add(at.minus(UNDER_WAY).toLocalDate());
        if (draft.id().version() == TIMED) {
            ZonedDateTime named = Instant.ofEpochMilli(draft.id().getMostSignificantBits() >>> Short.SIZE)
                    .atZone(Selection.ZONE);
            days.add(named.toLocalDate());
            days.add(named.minus(UNDER_WAY).toLocalDate());
        }
        return List.copyOf(days);
    }

    private static byte @Nullable [] bytes(Answer answer, DecisionDesk desk, Draft draft) {
        return answer instanceof Answer.Decided decided
                ? desk.bytes(decided.decision(), draft.id().toString(), Language.values()[draft.language()])
                : null;
    }

    private void differs(
            Entry entry, ZonedDateTime at, Bodies bodies, Answer answer, byte @Nullable [] now, Found found) {
        if (bodies.lostKey() != null) {
            find(
                    entry,
                    at,
                    FindingKind.NAMES_LOST,
                    new Text(
                            "名称等内容已加密，需要密钥 " + bodies.lostKey() + " 才能核对",
                            "names in it are encrypted; the key " + bodies.lostKey() + " is needed to judge it"),
                    found);
        } else if (now == null) {
            find(entry, at, FindingKind.NOT_DECIDED, why(answer), found);
        } else {
            Differences differences = Differences.of(
                    masking.mask(bodies).answer(),
                    masking.mask(new Bodies(bodies.request(), now, null)).answer());
            int count = differences.listed().size() + differences.more();
            Finding.Difference first = differences.listed().get(0);
            Text what = new Text(
                    count + " 处不同，第一处：" + first.where() + " 记录为 " + first.recorded() + "，重放为 " + first.now(),
                    count + (count == 1 ? " difference: " : " differences, the first: ") + first.where() + " was "
                            + first.recorded() + " and comes out as " + first.now());
            found.findings.add(
                    finding(entry, at, FindingKind.DIFFERENT, what, differences.listed(), differences.more()));
            found.tallies.record(at, entry.draft().ruleset(), FindingKind.DIFFERENT, true);
        }
    }

    private static Text why(Answer answer) {
        Problem problem = Problem.of(answer);
        StringBuilder zh = new StringBuilder(problem.detail().zh());
        StringBuilder en = new StringBuilder(problem.detail().en());
        for (FactError error : problem.errors()) {
            String at = "; " + error.pointer() + " " + error.code() + " ";
            zh.append(at).append(error.message().zh());
            en.append(at).append(error.message().en());
        }
        return new Text(zh.toString(), en.toString());
    }

    private static void find(Entry entry, ZonedDateTime at, FindingKind kind, Text what, Found found) {
        found.findings.add(finding(entry, at, kind, what, List.of(), 0));
        found.tallies.record(at, entry.draft().ruleset(), kind, true);
    }

    private static Finding finding(
            Entry entry,
            ZonedDateTime at,
            FindingKind kind,
            Text what,
            List<Finding.Difference> differences,
            int more) {
        return new Finding(
                kind,
                entry.draft().id().toString(),
                Place.chain(entry.place()),
                Place.number(entry.place()),
                at.toOffsetDateTime().toString(),
                entry.draft().caller().name(),
                entry.draft().ruleset(),
                what,
                differences,
                more);
    }

    private static void compare(
            Draft draft,
            byte[] request,
            Answer answer,
            LocalDate day,
            @Nullable Impact impact,
            Side other,
            Found found) {
        if (impact == null || draft.ruleset().equals(other.version())) {
            found.unchanged++;
            return;
        }
        Impact.Result result =
                impact.compare(new Case(draft.id().toString(), 0, null, request), answer, other.answer(request, day));
        if (result.found() != null) {
            found.changed.add(result.found());
        } else if (result.decidedByBoth()) {
            found.unchanged++;
        } else {
            found.undecided++;
        }
    }
}
