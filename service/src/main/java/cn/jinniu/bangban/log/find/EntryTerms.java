package cn.jinniu.bangban.log.find;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.log.privacy.Bodies;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Kind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.LongStream;

/** The terms that an entry has. */
public final class EntryTerms {
    private static final long[][] ANSWERS = {};

    private final LongStream.Builder own = LongStream.builder();
    /** By identity: mostly the same terms are the same array. */
    private final Set<long[]> answers = Collections.newSetFromMap(new IdentityHashMap<>());

    private EntryTerms() {}

    /** Of a decision that is about to be kept; the same as those of its bytes, and quicker. */
    public static FoundBy of(String caller, CaseFile facts, Decision decision) {
        EntryTerms terms = new EntryTerms();
        terms.common(caller, decision.version());
        for (Project project : facts.projects()) {
            terms.own.add(Terms.project(project.id()));
        }
        for (Determination one : decision.determinations()) {
            terms.add(new Told(one.code(), one.clause(), null, null));
        }
        for (Obligation one : decision.obligations()) {
            terms.add(new Told(
                    one.code(), one.clause(), one.bearer(), one.status().name()));
        }
        for (Alert one : decision.alerts()) {
            terms.add(new Told(one.code(), one.clause(), null, null));
        }
        return terms.all();
    }

    /** Of an entry, by its bytes. One that tells of no decision, or of one that cannot be read, has none. */
    static FoundBy of(Entry entry) {
        Draft draft = entry.draft();
        if (draft.kind() != Kind.DECISION) {
            return FoundBy.NOTHING;
        }
        EntryTerms terms = new EntryTerms();
        terms.common(draft.caller().name(), draft.ruleset());
        try {
            Contents.projects(draft, id -> {
                if (!id.equals(Bodies.INSTEAD)) {
                    terms.own.add(Terms.project(id)); // an encrypted one is found by nobody
                }
            });
            Contents.told(draft, terms::add);
        } catch (IllegalArgumentException damaged) {
            return terms.all(); // it is found by what is known of it; verification is there to say so
        }
        return terms.all();
    }

    private void common(String caller, String ruleset) {
        own.add(Terms.DECISION).add(Terms.caller(caller)).add(Terms.ruleset(ruleset));
    }

    private void add(Told told) {
        answers.add(Terms.of(told));
    }

    private FoundBy all() {
        return new FoundBy(own.build().distinct().toArray(), answers.toArray(ANSWERS));
    }
}
